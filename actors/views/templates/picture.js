// @ts-check
// The drawing as a picture for print: as wide as a page of paper at 300 dots an inch, and it says so.

import { make } from "./dom.js";
import { save } from "./save.js";
import { drawingAsText } from "./svg.js";

const INCHES = 10,
  DOTS = 300;

// The drawing as text is drawn large; what it can't hold (a font, a link) was never in it.
export async function savePicture() {
  const address = URL.createObjectURL(new Blob([drawingAsText()], { type: "image/svg+xml;charset=utf-8" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = (INCHES * DOTS) / image.width,
      canvas = make("canvas", { width: INCHES * DOTS, height: Math.round(image.height * scale) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const drawn = await new Promise((done) => canvas.toBlob(done, "image/png"));
    save(new Blob([withDots(new Uint8Array(await drawn.arrayBuffer()))], { type: "image/png" }), "network.png");
  } finally {
    URL.revokeObjectURL(address);
  }
}

// A PNG says how large it is printed in a chunk "pHYs", which stands after its head of 33 bytes.
const AFTER_HEAD = 33;
function withDots(png) {
  const chunk = new Uint8Array(21),
    view = new DataView(chunk.buffer),
    metre = Math.round(DOTS / 0.0254);
  view.setUint32(0, 9);
  chunk.set(new TextEncoder().encode("pHYs"), 4);
  view.setUint32(8, metre);
  view.setUint32(12, metre);
  view.setUint8(16, 1); // the unit is the metre
  view.setUint32(17, checksum(chunk.subarray(4, 17)));
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, AFTER_HEAD));
  whole.set(chunk, AFTER_HEAD);
  whole.set(png.subarray(AFTER_HEAD), AFTER_HEAD + chunk.length);
  return whole;
}

// CRC-32 of a few bytes, as PNG wants it.
function checksum(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
