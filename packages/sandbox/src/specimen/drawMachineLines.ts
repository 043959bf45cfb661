import type { Canvas2d } from './Canvas2d.ts';
import { cardFonts, cardUnits } from './cardInk.ts';

/**
 * Three lines in the shape of a machine-readable zone of ID-1 (30 characters each; ICAO Doc 9303-5). They are
 * placeholders: the issuer is nobody's code, the numbers are zeros and no check digit is computed.
 */
const machineLines: readonly [string, string, string] = [
  'I<SPESPECIMEN00<<<<<<<<<<<<<<<',
  '0000000X0000000SPE<<<<<<<<<<<0',
  'SPECIMEN<<A<<<<<<<<<<<<<<<<<<<',
];

/** Prints the three lines on a pale strip at the foot of the card, in card units. */
export function drawMachineLines(context: Canvas2d): void {
  const { width, height } = cardUnits;
  const top = height - 178;
  context.save();
  context.fillStyle = 'rgba(255,255,255,0.74)';
  context.fillRect(0, top, width, 178);
  context.font = `600 38px ${cardFonts.mono}`;
  context.fillStyle = '#1b1f22';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const [line, words] of machineLines.entries()) {
    // Each character has its own cell, so that the width is the same whatever monospaced font is there.
    for (const [place, letter] of [...words].entries()) context.fillText(letter, 52 + place * 25.93, top + 42 + line * 48);
  }
  context.restore();
}
