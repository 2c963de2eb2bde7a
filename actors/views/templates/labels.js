// Names beside the actors: always the same size on screen, the most important first, and none
// over another. Placed again only when the zoom or what is shown changes.
const SIDES = [[0, 1], [1, 0], [0, -1], [-1, 0]];
let placed = { key: "", boxes: [] };
let labelsChanged = 0;

function placeLabels(context, scale, view, shown, emphasised) {
  const whole = scale <= wholeScale * 1.1; // then names keep inside the frame
  const key = [scale.toFixed(3), labelsChanged, ...emphasised, ...(whole ? Object.values(view).map(Math.round) : [])].join("|");
  if (placed.key === key) return placed.boxes;
  const grid = new Map(), boxes = [];
  const first = shown.filter((node) => emphasised.has(node.id));
  const most = namesAt(scale), lively = shown.filter((node) => !node.dim);
  const rest = lively.filter((node) => !emphasised.has(node.id)).slice(0, most);
  for (const node of lively.slice(0, most)) occupy(grid, nodeBox(node, scale), node.id);
  for (const node of [...first, ...rest]) {
    const box = roomFor(context, node, scale, grid, emphasised.has(node.id), whole ? view : null);
    if (box) { boxes.push(box); occupy(grid, box, node.id); }
  }
  placed = { key, boxes };
  return boxes;
}

// Few names when all is in view; four times as many each time the zoom doubles.
const namesAt = (scale) => actors.length <= 100 ? 100 : Math.min(800, Math.round(48 * Math.max(1, scale / wholeScale) ** 2));

function nodeBox(node, scale) {
  const r = node.size * scale * 0.8, x = node.x * scale, y = node.y * scale;
  return { x: x - r, y: y - r, w: 2 * r, h: 2 * r };
}

function roomFor(context, node, scale, grid, must, frame) {
  const size = must ? 13 : node.rank < 8 ? 13 : 12;
  context.font = `${must || node.rank < 8 ? 600 : 400} ${size}px ${fontFamily}`;
  const w = context.measureText(node.label).width + 4, h = size + 3;
  const gap = node.size * scale + 3, cx = node.x * scale, cy = node.y * scale;
  let last = null;
  for (const [dx, dy] of SIDES) {
    const x = cx + dx * (gap + w / 2) - w / 2, y = cy + dy * (gap + h / 2) - h / 2;
    const box = { x, y, w, h, id: node.id, label: node.label, font: context.font, strong: must };
    if (free(grid, box, node.id) && (!frame || inside(box, frame))) return box;
    last = box;
  }
  return must ? last : null;
}

function* cells(box) {
  for (let i = Math.floor(box.x / 64); i <= Math.floor((box.x + box.w) / 64); i++)
    for (let j = Math.floor(box.y / 32); j <= Math.floor((box.y + box.h) / 32); j++) yield `${i},${j}`;
}

function occupy(grid, box, owner) {
  for (const cell of cells(box)) (grid.get(cell) || grid.set(cell, []).get(cell)).push({ box, owner });
}

function free(grid, box, owner) {
  for (const cell of cells(box))
    for (const taken of grid.get(cell) || [])
      if (taken.owner !== owner && overlap(taken.box, box)) return false;
  return true;
}

const inside = (box, frame) => box.x >= frame.x && box.y >= frame.y && box.x + box.w <= frame.x + frame.w && box.y + box.h <= frame.y + frame.h;
const overlap = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

function drawLabels(context, scale, boxes, colours) {
  context.save();
  context.scale(1 / scale, 1 / scale);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const box of boxes) {
    context.font = box.font;
    context.lineWidth = box.strong ? 5 : 3.5;
    context.strokeStyle = colours.halo;
    context.fillStyle = colours.ink;
    context.strokeText(box.label, box.x + box.w / 2, box.y + box.h / 2);
    context.fillText(box.label, box.x + box.w / 2, box.y + box.h / 2);
  }
  context.restore();
}
