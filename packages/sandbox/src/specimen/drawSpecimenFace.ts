import type { Canvas2d } from './Canvas2d.ts';
import { cardFonts } from './cardInk.ts';

export interface SpecimenFaceOptions {
  /** Middle of the face, in pixels of the context. */
  readonly xPx: number;
  readonly yPx: number;
  /** From chin to crown, in pixels. The shoulders reach about one more face height below. */
  readonly faceHeightPx: number;
}

const skin = { light: '#e9b48f', base: '#d99b75', shade: '#bf7c5a', blush: 'rgba(214,96,84,0.28)' } as const;
const hair = { base: '#3a2a33', light: '#5b414f' } as const;
const knit = { base: '#2f8f8b', shade: '#1f6f70', light: '#4fb0a8' } as const;

function drawShoulders(context: Canvas2d): void {
  const wool = context.createLinearGradient(-260, 240, 260, 620);
  wool.addColorStop(0, knit.light);
  wool.addColorStop(0.45, knit.base);
  wool.addColorStop(1, knit.shade);
  context.fillStyle = wool;
  context.beginPath();
  context.moveTo(-330, 900);
  context.bezierCurveTo(-330, 470, -300, 396, -190, 352);
  context.bezierCurveTo(-130, 328, -96, 318, -74, 296);
  context.lineTo(74, 296);
  context.bezierCurveTo(96, 318, 130, 328, 190, 352);
  context.bezierCurveTo(300, 396, 330, 470, 330, 900);
  context.closePath();
  context.fill();
  context.save();
  context.clip();
  context.strokeStyle = 'rgba(255,255,255,0.16)';
  context.lineWidth = 3;
  for (let row = 0; row < 34; row += 1) {
    context.beginPath();
    for (let stitch = -18; stitch <= 18; stitch += 1) {
      context.lineTo(stitch * 19, 330 + row * 18 + (stitch % 2 === 0 ? 0 : 9) + (stitch * stitch) / 6);
    }
    context.stroke();
  }
  context.restore();
}

function drawNeck(context: Canvas2d): void {
  context.fillStyle = skin.shade;
  context.beginPath();
  context.moveTo(-68, 150);
  context.lineTo(-72, 296);
  context.quadraticCurveTo(0, 372, 72, 296);
  context.lineTo(68, 150);
  context.closePath();
  context.fill();
  context.fillStyle = '#ab6a4a';
  context.beginPath();
  context.moveTo(-68, 190);
  context.quadraticCurveTo(0, 366, 68, 190);
  context.closePath();
  context.fill();
  context.strokeStyle = knit.light;
  context.lineWidth = 26;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(-84, 298);
  context.quadraticCurveTo(0, 390, 84, 298);
  context.stroke();
}

function drawBackHair(context: Canvas2d): void {
  context.fillStyle = hair.base;
  context.beginPath();
  context.moveTo(-186, 120);
  context.bezierCurveTo(-250, -130, -180, -292, 0, -296);
  context.bezierCurveTo(180, -292, 250, -130, 186, 120);
  context.bezierCurveTo(180, 178, 128, 190, 96, 178);
  context.lineTo(-96, 178);
  context.bezierCurveTo(-128, 190, -180, 178, -186, 120);
  context.closePath();
  context.fill();
}

function drawHead(context: Canvas2d): void {
  for (const side of [-1, 1]) {
    context.fillStyle = skin.base;
    context.beginPath();
    context.ellipse(side * 170, 18, 26, 44, side * 0.12, 0, Math.PI * 2);
    context.fill();
    context.strokeStyle = skin.shade;
    context.lineWidth = 6;
    context.beginPath();
    context.arc(side * 172, 16, 16, side > 0 ? -1.4 : 1.7, side > 0 ? 1.4 : 4.5);
    context.stroke();
  }
  const light = context.createLinearGradient(-170, -120, 180, 200);
  light.addColorStop(0, skin.light);
  light.addColorStop(0.6, skin.base);
  light.addColorStop(1, '#cc8b66');
  context.fillStyle = light;
  context.beginPath();
  context.moveTo(-166, -60);
  context.bezierCurveTo(-168, -230, 168, -230, 166, -60);
  context.bezierCurveTo(176, 100, 110, 236, 0, 240);
  context.bezierCurveTo(-110, 236, -176, 100, -166, -60);
  context.closePath();
  context.fill();
}

function drawFeatures(context: Canvas2d): void {
  for (const side of [-1, 1]) {
    const x = side * 74;
    context.fillStyle = skin.blush;
    context.beginPath();
    context.ellipse(side * 104, 84, 36, 26, 0, 0, Math.PI * 2);
    context.fill();
    context.fillStyle = '#fffaf4';
    context.beginPath();
    context.ellipse(x, 2, 35, 25, 0, 0, Math.PI * 2);
    context.fill();
    context.fillStyle = '#5a3a22';
    context.beginPath();
    context.arc(x, 3, 19, 0, Math.PI * 2);
    context.fill();
    context.fillStyle = '#1c1214';
    context.beginPath();
    context.arc(x, 3, 9.5, 0, Math.PI * 2);
    context.fill();
    context.fillStyle = '#ffffff';
    context.beginPath();
    context.arc(x - 6, -4, 5.5, 0, Math.PI * 2);
    context.fill();
    context.lineCap = 'round';
    context.strokeStyle = hair.base;
    context.lineWidth = 7;
    context.beginPath();
    context.moveTo(x - 36, 2);
    context.quadraticCurveTo(x, -40, x + 36, 2);
    context.stroke();
    context.lineWidth = 13;
    context.beginPath();
    context.moveTo(x - 40, -54 - side * 7);
    context.quadraticCurveTo(x + side * 4, -84, x + 40, -54 + side * 7);
    context.stroke();
  }
  context.strokeStyle = skin.shade;
  context.lineWidth = 9;
  context.beginPath();
  context.moveTo(6, 14);
  context.bezierCurveTo(10, 50, 26, 72, 22, 84);
  context.bezierCurveTo(18, 98, -8, 98, -18, 90);
  context.stroke();
  context.fillStyle = '#8c2f3a';
  context.beginPath();
  context.moveTo(-66, 132);
  context.quadraticCurveTo(0, 146, 66, 132);
  context.bezierCurveTo(54, 196, -54, 196, -66, 132);
  context.closePath();
  context.fill();
  context.fillStyle = '#fffaf4';
  context.beginPath();
  context.moveTo(-60, 135.5);
  context.quadraticCurveTo(0, 147, 60, 135.5);
  context.quadraticCurveTo(56, 152, 46, 158);
  context.quadraticCurveTo(0, 166, -46, 158);
  context.quadraticCurveTo(-56, 152, -60, 135.5);
  context.fill();
}

function drawFringe(context: Canvas2d): void {
  context.fillStyle = hair.base;
  context.beginPath();
  context.moveTo(-178, 30);
  context.bezierCurveTo(-226, -150, -150, -268, 6, -268);
  context.bezierCurveTo(150, -268, 224, -150, 178, 30);
  context.bezierCurveTo(170, -50, 150, -96, 112, -128);
  context.bezierCurveTo(40, -70, -90, -84, -130, -112);
  context.bezierCurveTo(-160, -70, -170, -30, -178, 30);
  context.closePath();
  context.fill();
  context.strokeStyle = hair.light;
  context.lineWidth = 4.5;
  context.lineCap = 'round';
  for (let strand = 0; strand < 6; strand += 1) {
    context.beginPath();
    context.moveTo(112 - strand * 26, -226 - strand * 2);
    context.bezierCurveTo(60 - strand * 30, -180, -20 - strand * 20, -150 + strand * 4, -70 - strand * 13, -128 + strand * 6);
    context.stroke();
  }
}

/** Draws a friendly, flat face with shoulders: an illustration of nobody, marked SPECIMEN on the pullover. */
export function drawSpecimenFace(context: Canvas2d, { xPx, yPx, faceHeightPx }: SpecimenFaceOptions): void {
  context.save();
  context.translate(xPx, yPx);
  context.scale(faceHeightPx / 500, faceHeightPx / 500);
  context.lineJoin = 'round';
  drawBackHair(context);
  drawShoulders(context);
  drawNeck(context);
  drawHead(context);
  drawFeatures(context);
  drawFringe(context);
  context.fillStyle = 'rgba(255,255,255,0.92)';
  context.font = `800 34px ${cardFonts.sans}`;
  context.letterSpacing = '6px';
  context.textAlign = 'center';
  context.fillText('SPECIMEN', 3, 462);
  context.restore();
}
