/** Colours of the Specimenian card. */
export const cardInk = {
  night: '#0c3b4a',
  text: '#15313c',
  label: '#4a6d7b',
  teal: '#1b8a8f',
  indigo: '#4a58b5',
  rose: '#c25584',
  gold: '#d9a441',
  overprint: '#c8323c',
  paper: '#f7faf9',
} as const;

/** Size of the card in its own units: tenths of a millimetre of ID-1 (ISO/IEC 7810: 85.60 mm × 53.98 mm, rounded to 54). */
export const cardUnits = { width: 856, height: 540, corner: 32 } as const;

/** Fonts that are on nearly every machine. */
export const cardFonts = {
  sans: '"Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif',
  mono: '"Liberation Mono", "Courier New", Courier, monospace',
} as const;
