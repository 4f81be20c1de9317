// The floor: the marks of each year, drawn on a canvas with nothing in between. No data, no layout,
// no words, no access; what a slider step has to cost at the least.

const scenes = await (await fetch(new URLSearchParams(location.search).get("marks") ?? "marks.json")).json();
const [net, slider, output] = ["#net", "input", "output"].map((name) => document.querySelector(name));

function prepare(canvas) {
  const ratio = devicePixelRatio;
  canvas.width = Math.round(scenes.width * ratio);
  canvas.height = Math.round(scenes.height * ratio);
  canvas.style.width = `${scenes.width}px`;
  canvas.style.height = `${scenes.height}px`;
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  context.textBaseline = "middle";
  context.lineJoin = "round";
  return context;
}

function trace(context, points) {
  context.beginPath();
  context.moveTo(points[0], points[1]);
  for (let i = 2; i < points.length; i += 2) context.lineTo(points[i], points[i + 1]);
}

function draw(context, marks) {
  context.clearRect(0, 0, scenes.width, scenes.height);
  for (const mark of marks) {
    if (mark.path) {
      trace(context, mark.path);
      context.strokeStyle = mark.color;
      context.lineWidth = mark.width;
      context.stroke();
    } else if (mark.area) {
      trace(context, mark.area);
      context.fillStyle = mark.color;
      context.fill();
    } else if (mark.disc) {
      const [x, y, radius] = mark.disc;
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fillStyle = mark.color;
      context.fill();
      if (mark.rim) {
        context.strokeStyle = mark.rim.color;
        context.lineWidth = mark.rim.width;
        context.stroke();
      }
    } else {
      const [x, y] = mark.at;
      context.font = mark.font;
      context.textAlign = mark.align;
      if (mark.halo) {
        context.strokeStyle = mark.halo.color;
        context.lineWidth = mark.halo.width;
        context.strokeText(mark.label, x, y);
      }
      context.fillStyle = mark.color;
      context.fillText(mark.label, x, y);
    }
  }
}

net.style.height = `${scenes.height}px`;
const marks = prepare(document.querySelector("#marks"));
draw(prepare(document.querySelector("#ground")), scenes.ground);
slider.min = scenes.first;
slider.max = scenes.last;
slider.step = "any";
slider.value = scenes.last;
let waiting = false;

function frame() {
  waiting = false;
  const year = Math.round(Number(slider.value));
  draw(marks, scenes.years[year - scenes.first]);
  output.textContent = year;
}

slider.addEventListener("input", () => {
  if (!waiting) requestAnimationFrame(frame);
  waiting = true;
});
frame();
document.documentElement.dataset.state = "ready";
