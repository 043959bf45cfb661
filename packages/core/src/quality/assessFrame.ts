import type { FramePlanes } from '../frame/framePlanes.ts';
import type { Box, FrameIssue, FrameReport, FrameSubject, Point, Quad } from './frameReport.ts';
import { judgeFaces } from './judgeFaces.ts';
import { judgeFraming } from './judgeFraming.ts';
import { measureGlare } from './measureGlare.ts';
import { measureLight } from './measureLight.ts';
import { type FrameMemory, measureMotion, rememberFrame } from './measureMotion.ts';
import { measureSharpness } from './measureSharpness.ts';
import { findDocument } from './quad/findDocument.ts';
import { sampleGrid } from './quad/sampleGrid.ts';
import { defaultDocumentThresholds, defaultFaceThresholds, type QualityThresholds } from './qualityThresholds.ts';
import { sampleArea } from './sampleArea.ts';

export interface AssessFrameOptions {
  readonly subject: FrameSubject;
  /** `defaultDocumentThresholds` or `defaultFaceThresholds` by default, by the subject. */
  readonly thresholds?: QualityThresholds | undefined;
  /** What a face finder found, in pixels of the frame. Leave it out where there is no face finder: nothing is said about faces then. */
  readonly faces?: readonly Box[] | undefined;
}

export interface AssessedFrame {
  readonly report: FrameReport;
  /** Hand it in with the next frame of the same camera. */
  readonly memory: FrameMemory;
}

/** Light is measured on this share of the area, the lightest; with no document in sight on whatever is light at all, or a dark table would count as darkness. */
const lightShare = { found: 0.25, missed: 0.02 };
/**
 * Where it is not known what is looked at, or how large it is, thresholds are this much lower: a wall may well be dark, and print on the
 * visible part of a document is coarser than its size would have it.
 */
const doubt = 0.75;
/** Share of the frame's sides that its middle takes. */
const middleShare = 0.7;

/** How far past the document's outline sharpness is looked for, as a share of its size: even a blank card has edges. */
const outset = 0.02;

function toQuad({ x, y, width, height }: Box): Quad {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

function toBox(quad: Quad): Box {
  const xs = quad.map((point) => point.x);
  const ys = quad.map((point) => point.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function mapQuad([a, b, c, d]: Quad, map: (point: Point) => Point): Quad {
  return [map(a), map(b), map(c), map(d)];
}

function widen(quad: Quad, share: number): Quad {
  const x = quad.reduce((sum, point) => sum + point.x / 4, 0);
  const y = quad.reduce((sum, point) => sum + point.y / 4, 0);
  return mapQuad(quad, (point) => ({ x: point.x + (point.x - x) * share, y: point.y + (point.y - y) * share }));
}

const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 };

const areaOf = ({ width, height }: Box): number => width * height;

/**
 * Judges one frame: where the document or face is, and whether it is lit, still, sharp and free of reflections.
 *
 * Each measure is taken on the document or the largest face, else on the middle of the frame. Pure: the same planes and memory give the
 * same report, on any thread.
 *
 * @param memory What the last frame of this camera gave; without it nothing moves.
 */
export function assessFrame(
  planes: FramePlanes,
  { subject, faces, thresholds = subject === 'face' ? defaultFaceThresholds : defaultDocumentThresholds }: AssessFrameOptions,
  memory?: FrameMemory,
): AssessedFrame {
  const { frameWidthPx, frameHeightPx } = planes;
  const grid = sampleGrid(planes);
  const isDocument = subject === 'document';
  const found = isDocument ? findDocument(grid) : null;
  const face = faces?.reduce((a, b) => (areaOf(b) > areaOf(a) ? b : a), nowhere);
  const margin = (1 - middleShare) / 2;
  const middle = {
    x: frameWidthPx * margin,
    y: frameHeightPx * margin,
    width: frameWidthPx * middleShare,
    height: frameHeightPx * middleShare,
  };
  const quad = found?.quad ?? toQuad(!isDocument && face?.width ? face : middle);
  const toPlanes = planes.widthPx / frameWidthPx;
  const area = mapQuad(quad, ({ x, y }) => ({ x: x * toPlanes, y: y * toPlanes }));
  const samples = sampleArea(planes, area);
  const { light, clipped } = measureLight(samples, isDocument && !found ? lightShare.missed : lightShare.found);
  const sharpness = measureSharpness(planes, found ? widen(area, outset) : area, thresholds.sharpDetail);
  const glare = isDocument && found ? measureGlare(samples) : 0;
  const remembered = rememberFrame(grid);
  const box = toBox(quad);
  const motion = measureMotion(memory, remembered, {
    x: box.x / frameWidthPx,
    y: box.y / frameHeightPx,
    width: box.width / frameWidthPx,
    height: box.height / frameHeightPx,
  });

  const framing = { frameWidthPx, frameHeightPx, thresholds };
  const trust = isDocument && (!found || found.isCutOff) ? doubt : 1;
  const issues: FrameIssue[] = [];
  if (light < thresholds.minLight * trust) issues.push('dark');
  if (clipped > thresholds.maxClipped) issues.push('bright');
  issues.push(...(isDocument ? judgeFraming(found, framing) : judgeFaces(faces ?? null, framing)));
  if (motion > thresholds.maxMotion) issues.push('moving');
  // Of several people only one need be in focus.
  if (sharpness !== null && sharpness < thresholds.minSharpness * trust && (faces?.length ?? 0) < 2) issues.push('blurred');
  if (glare > thresholds.maxGlare) issues.push('glare');
  return {
    report: {
      subject,
      frameWidthPx,
      frameHeightPx,
      issues,
      quad: found?.quad ?? null,
      faces: isDocument ? null : (faces ?? null),
      measures: {
        sharpness: sharpness ?? 1,
        light,
        clipped,
        glare,
        motion,
        coverage: found?.coverage ?? 0,
        tiltDegrees: found?.tiltDegrees ?? 0,
      },
    },
    memory: remembered,
  };
}
