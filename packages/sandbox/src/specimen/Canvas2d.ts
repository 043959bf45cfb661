/** Any 2D context: of a canvas on the page, or of an `OffscreenCanvas`. */
export type Canvas2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
