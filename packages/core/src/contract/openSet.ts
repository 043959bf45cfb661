/** A string of which some values are known. Unknown values are normal and are kept. */
export type OpenSet<Known extends string> = Known | (string & {});
