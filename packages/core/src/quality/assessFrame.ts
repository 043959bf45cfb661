import type { FramePlanes } from '../frame/framePlanes.ts';
import { findArea, resizeQuad } from './findArea.ts';
import type { FrameMemory } from './frameMemory.ts';
import type { Box, FrameIssue, FrameReport, FrameSubject } from './frameReport.ts';
import { followDocument } from './followDocument.ts';
import { judgeFaces } from './judgeFaces.ts';
import { judgeFraming } from './judgeFraming.ts';
import { measureGlare } from './measureGlare.ts';
import { measureLight } from './measureLight.ts';
import { measureMotion } from './measureMotion.ts';
import { measureSharpness } from './measureSharpness.ts';
import { measureShift } from './measureShift.ts';
import { defaultDocumentThresholds, defaultFaceThresholds, type QualityThresholds } from './qualityThresholds.ts';
import { rememberFrame } from './rememberFrame.ts';
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

/**
 * Light is measured on the lightest part of the area, this share of it. With no document in sight any light thing in the frame will do,
 * or a dark table would count as darkness.
 */
const lightShare = { document: 0.25, face: 0.25, nothing: 0.02 };
/**
 * Where it is not known what is looked at, or how large it is, thresholds are this much lower: a wall may well be dark, and print on the
 * visible part of a document is coarser than its size would have it.
 */
const doubt = { light: 0.75, sharpness: 0.6 };
/** Sharpness is looked for a little past the document's outline: even a blank card has edges. */
const outset = 1.02;

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
  const isDocument = subject === 'document';
  const cells = rememberFrame(planes);
  const last = memory?.document?.found;
  const shift = isDocument && last ? measureShift(memory, cells, findArea(planes, last.quad, []).box) : undefined;
  const document = isDocument ? followDocument(planes, cells, memory, shift) : undefined;
  const found = document?.found ?? null;
  const { quad, box, isSubject } = findArea(planes, found?.quad, isDocument ? [] : (faces ?? []));
  const samples = sampleArea(planes, quad);
  const { light, clipped } = measureLight(samples, lightShare[found || !isDocument ? subject : 'nothing']);
  const sharpness = measureSharpness(planes, found ? resizeQuad(quad, outset) : quad, thresholds.sharpDetail);
  const glare = found ? measureGlare(samples) : 0;
  const remembered: FrameMemory = { ...cells, document, face: isSubject && !isDocument ? box : undefined };
  const motion = shift ? shift.length : measureMotion(memory, remembered, box);

  const framing = { frameWidthPx, frameHeightPx, thresholds };
  const isDoubtful = isDocument && (!found || found.isCutOff);
  const issues: FrameIssue[] = [];
  if (light < thresholds.minLight * (isDoubtful ? doubt.light : 1)) issues.push('dark');
  if (clipped > thresholds.maxClipped) issues.push('bright');
  issues.push(...(isDocument ? judgeFraming(found, framing) : judgeFaces(faces ?? null, framing)));
  if (motion > thresholds.maxMotion) issues.push('moving');
  // Of several people only one need be in focus.
  const isBlurred = sharpness !== null && sharpness < thresholds.minSharpness * (isDoubtful ? doubt.sharpness : 1);
  if (isBlurred && !issues.includes('several-faces')) issues.push('blurred');
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
