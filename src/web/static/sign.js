// Signing on a screen: strokes are kept as points, drawn in the page's colours, and sent as a black and white PNG.

const form = document.querySelector("form[data-sign]");
const pads = [...(form?.querySelectorAll("[data-pad]") ?? [])].map(pad);
const missing = form?.querySelector("[data-missing]");

function pad(box) {
  const canvas = box.querySelector("canvas");
  const input = box.querySelector("input");
  const brush = canvas.getContext("2d");
  const strokes = [];
  let stroke = null;

  const point = (event) => {
    const place = canvas.getBoundingClientRect();
    return [((event.clientX - place.left) / place.width) * canvas.width, ((event.clientY - place.top) / place.height) * canvas.height];
  };

  const draw = (on, colour) => {
    on.lineWidth = 4;
    on.lineCap = on.lineJoin = "round";
    on.strokeStyle = colour;
    for (const points of strokes) {
      on.beginPath();
      on.moveTo(...points[0]);
      // Through the middles between two points: a quick hand leaves few of them.
      for (let at = 1; at < points.length - 1; at += 1) {
        const [x, y] = points[at];
        const [nextX, nextY] = points[at + 1];
        on.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
      }
      on.lineTo(...points.at(-1));
      on.stroke();
    }
  };

  const show = () => {
    brush.clearRect(0, 0, canvas.width, canvas.height);
    draw(brush, getComputedStyle(canvas).color);
  };

  // A dot is no signature: the pen must have travelled.
  const signed = () => {
    let way = 0;
    for (const points of strokes) {
      for (let at = 1; at < points.length; at += 1) way += Math.hypot(points[at][0] - points[at - 1][0], points[at][1] - points[at - 1][1]);
    }
    return way > 60;
  };

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    stroke = [point(event)];
    strokes.push(stroke);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!stroke || !canvas.hasPointerCapture(event.pointerId)) return;
    for (const one of event.getCoalescedEvents?.() ?? []) stroke.push(point(one));
    stroke.push(point(event));
    show();
  });
  for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => { stroke = null; });
  box.querySelector("button").addEventListener("click", () => {
    strokes.length = 0;
    show();
  });

  const write = () => {
    const sheet = document.createElement("canvas");
    sheet.width = canvas.width;
    sheet.height = canvas.height;
    const on = sheet.getContext("2d");
    on.fillStyle = "white";
    on.fillRect(0, 0, sheet.width, sheet.height);
    draw(on, "black");
    input.value = sheet.toDataURL("image/png");
  };
  return { canvas, signed, write };
}

if (form) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    const empty = pads.find((one) => !one.signed());
    missing.textContent = empty ? missing.dataset.missing : "";
    if (empty) {
      event.preventDefault();
      empty.canvas.scrollIntoView({ block: "nearest" });
    } else {
      for (const one of pads) one.write();
    }
  });
}
