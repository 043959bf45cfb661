/** A screen's size, and how it is set. */
export interface View {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scheme?: 'light' | 'dark';
  readonly direction?: 'ltr' | 'rtl';
}

/** A phone in the hand, by day. */
export const phone: View = { name: 'phone', width: 390, height: 844 };

/** What screens are looked at on. Those that are upright come first, so that the camera is turned once. */
export const views: readonly View[] = [
  phone,
  { ...phone, name: 'phone-dark', scheme: 'dark' },
  { ...phone, name: 'phone-rtl', direction: 'rtl' },
  { name: 'small', width: 360, height: 640 },
  { name: 'landscape', width: 844, height: 390 },
  { name: 'desktop', width: 1280, height: 800 },
];

/** Whether a phone's camera gives upright pictures there. */
export const isUpright = ({ width, height }: View): boolean => width < height;
