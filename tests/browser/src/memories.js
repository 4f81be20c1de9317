// Notes the memories that WebAssembly is given in this page; `memories()` are those that anything else still holds.
(() => {
  const known = [];
  const note = (memory) => {
    if (!known.some((one) => one.deref() === memory)) known.push(new WeakRef(memory));
  };
  const keep = (instance) => {
    for (const it of Object.values(instance.exports)) if (it instanceof WebAssembly.Memory) note(it);
    return instance;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const call = WebAssembly[name];
    WebAssembly[name] = async (...rest) => {
      const made = await call(...rest);
      keep(made.instance ?? made);
      return made;
    };
  }
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct: (target, rest) => keep(Reflect.construct(target, rest)) });
  WebAssembly.Memory = new Proxy(WebAssembly.Memory, {
    construct: (target, rest) => {
      const memory = Reflect.construct(target, rest);
      note(memory);
      return memory;
    },
  });
  window.memories = () => known.map((one) => one.deref()).filter(Boolean);
})();
