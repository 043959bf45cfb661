/** One part of the evaluation: what is printed, and the same as data. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
  readonly data: object;
}
