//! Addresses that are well formed and reach nobody: those of this machine or of a private network.

use std::net::Ipv4Addr;

/// Why nobody else can open an address on the web; `None` where the host may be anybody's.
pub(super) fn private(address: &str) -> Option<&'static str> {
    const HERE: &str = "it is an address of this machine or of a private network: nobody else can open it";
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default().to_lowercase();
    if host.starts_with('[') {
        return Some("name the host, and not its number");
    }
    let host = host.rsplit_once(':').map_or(host.as_str(), |(host, _)| host).trim_end_matches('.');
    let last = host.rsplit('.').next().unwrap_or_default();
    if ["localhost", "local", "internal", "lan", "home", "intranet"].contains(&last) {
        return Some(HERE);
    }
    // Browsers take a host for a number whose last part is one, also where parts are left out.
    if !last.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let Ok(number) = host.parse::<Ipv4Addr>() else {
        return Some("the number of a host has four parts, each below 256");
    };
    let is_here = number.is_loopback() || number.is_private() || number.is_link_local() || number.is_unspecified();
    let is_nobody = number.is_broadcast() || number.is_multicast() || number.octets()[0] == 0;
    (is_here || is_nobody).then_some(HERE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_others_can_open_is_public() {
        for address in [
            "http://127.0.0.1/",
            "https://10.1.2.3:8080/x",
            "http://192.168.0.1",
            "http://172.16.0.9/?a#b",
            "http://169.254.169.254/latest",
            "http://0.0.0.0/",
            "http://printer.local/",
            "http://a.localhost:80/",
            "http://[::ffff:127.0.0.1]/",
            "http://127.1/",
            "http://256.1.1.1/",
        ] {
            assert!(private(address).is_some(), "{address}");
        }
        for address in
            ["https://example.org/127.0.0.1", "http://8.8.8.8/", "https://un.org:443/a", "https://172.32.0.1/"]
        {
            assert_eq!(private(address), None, "{address}");
        }
    }
}
