// A page built by Vite: the program and the texts are emitted beside the script.
import "detente-view/define";

const view = document.querySelector("detente-view");
view.addEventListener("ready", () => view.setAttribute("focus", "KOR"), { once: true });
