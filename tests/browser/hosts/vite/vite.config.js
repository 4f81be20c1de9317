// The view finds its files beside its own script; while serving, Vite would put the script elsewhere.
export default {
  optimizeDeps: { exclude: ["detente-view"] },
};
