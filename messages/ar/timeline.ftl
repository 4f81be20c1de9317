### العربية. Translated by the project; not yet read by a native speaker.

place-next = { ISOLATED($list) } / { ISOLATED($next) }
timeline-key = الخط هو { ISOLATED($line) }: فوقه أدفأ وتحته أبرد. ▲▼ أحداث للأفضل أو للأسوأ، أكبر حيث كبر التغيّر.
timeline-key-another = متقطع: قراءة أخرى.
timeline-key-pale = باهت: أقل تأكيدًا.
timeline-key-striped = مخطط أو مجوّف: غير مؤكد.
timeline-key-hollow = مجوّف: غير مؤكد.
timeline-row = { ISOLATED($label) }: { ISOLATED($how) }{ $when ->
    [none] {""}
   *[other] ، { ISOLATED($when) }
}؛ ضعه موضع التركيز
curves-head = دول لها علاقات
