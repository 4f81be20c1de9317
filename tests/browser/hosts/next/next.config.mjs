// Plain files, as for any host. The tools lie two folders above, as in a workspace.
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export default { output: "export", turbopack: { root }, outputFileTracingRoot: root };
