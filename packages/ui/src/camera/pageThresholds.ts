import type { QualityThresholds } from '@stepframe/core/capture';

/**
 * Where a sheet of paper differs from a card.
 *
 * - `sharpDetail` 0.65 %: two millimetres of an A4 sheet's 297, the height of a small letter in 10 point print. A millimetre, as on a card,
 *   would be three pixels of a 1080p frame: less than the measure can tell.
 * - `minCoverage` 20 %: a sheet half as wide as a phone's upright frame, as for a card, which is flatter.
 */
export const pageThresholds: Partial<QualityThresholds> = { sharpDetail: 0.0065, minCoverage: 0.2 };
