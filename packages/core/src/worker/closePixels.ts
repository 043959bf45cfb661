/** Closes the frames and bitmaps among what was handed over; what is closed or gone already stays so. */
export function closePixels(items: readonly Transferable[]): void {
  for (const item of items) if ('close' in item) void item.close();
}
