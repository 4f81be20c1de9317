// Vite makes React's calls of the tags; the view finds its files beside its own script.
export default {
  esbuild: { jsx: "automatic" },
  optimizeDeps: { exclude: ["detente-view"] },
};
