import { angleSteps, type Edges } from './findEdges.ts';
import { type Line, traceLine } from './traceLine.ts';

/** A side as short as this is not worth knowing. */
const minVotes = 12;

/** How many lines are followed, and how many of them are kept. Quadrilaterals grow with the fourth power of it. */
const maxPeaks = 50;
const maxLines = 36;

/** Lines this near to one another at both ends are the same, in cells. */
const samePx = 1.5;

/** Width of a bin of distances, in cells. */
const binPx = 2;

/** For each direction of a normal its cosine and sine, in bins. */
const cosines = Float64Array.from({ length: angleSteps }, (_, index) => Math.cos((index * Math.PI) / angleSteps) / binPx);
const sines = Float64Array.from({ length: angleSteps }, (_, index) => Math.sin((index * Math.PI) / angleSteps) / binPx);

interface Peak {
  readonly angle: number;
  readonly bin: number;
  readonly votes: number;
}

/**
 * Makes a function that finds the straight lines of edges, the longest first.
 *
 * A Hough transform in which an edge votes for lines along itself only (O'Gorman and Clowes, 1976), and then a walk along
 * each of the lines with the most votes: in a texture many edges lie on any line, but few of them one after the other.
 */
export function createLineFinder(): (edges: Edges) => readonly Line[] {
  let kept = new Int32Array(0);

  return (edges) => {
    const { widthPx, heightPx, count, cells, angles } = edges;
    const half = Math.ceil(Math.hypot(widthPx, heightPx) / binPx) + 3;
    const bins = 2 * half + 1;
    const total = bins * angleSteps;
    if (kept.length === total) kept.fill(0);
    else kept = new Int32Array(total);
    const votes = kept;
    for (let edge = 0; edge < count; edge += 1) {
      const cell = cells[edge] as number;
      const y = (cell / widthPx) | 0;
      const x = cell - y * widthPx;
      const angle = (angles[cell] as number) - 1;
      for (let near = angle - 1; near <= angle + 1; near += 1) {
        const turned = near < 0 ? near + angleSteps : near >= angleSteps ? near - angleSteps : near;
        const bin = turned * bins + (((cosines[turned] as number) * x + (sines[turned] as number) * y + half) | 0);
        votes[bin] = (votes[bin] as number) + 1;
      }
    }
    // A line that lies between two bins has its votes in both, so bins are looked at in pairs.
    const countPair = (at: number) => (votes[at] as number) + (votes[at + 1] as number);
    const peaks: Peak[] = [];
    for (let angle = 0; angle < angleSteps; angle += 1) {
      for (let bin = 2; bin < bins - 3; bin += 1) {
        const at = angle * bins + bin;
        const sum = countPair(at);
        if (sum < minVotes) continue;
        let isPeak = true;
        for (let turn = -2; turn <= 2 && isPeak; turn += 1) {
          let from = at + turn * bins;
          // Half a turn further the same line has the opposite distance.
          if (angle + turn < 0 || angle + turn >= angleSteps) from = ((angle + turn + angleSteps) % angleSteps) * bins + 2 * half - bin - 2;
          for (let side = -2; side <= 2 && isPeak; side += 1) {
            const other = countPair(from + side);
            isPeak = other < sum || (other === sum && (turn > 0 || (turn === 0 && side >= 0)));
          }
        }
        if (isPeak) peaks.push({ angle, bin, votes: sum });
      }
    }
    peaks.sort((one, other) => other.votes - one.votes);
    const lines: Line[] = [];
    for (const { angle, bin } of peaks.slice(0, maxPeaks)) {
      const nx = cosines[angle] as number;
      const ny = sines[angle] as number;
      const distance = bin + 1 - half;
      const isSteep = Math.abs(nx) > Math.abs(ny);
      const line = isSteep ? traceLine(edges, true, distance / nx, -ny / nx) : traceLine(edges, false, distance / ny, -nx / ny);
      const end = isSteep ? heightPx : widthPx;
      const isKnown = (other: Line) =>
        other.isSteep === isSteep &&
        Math.abs(other.base - line.base) < samePx &&
        Math.abs(other.base - line.base + (other.slope - line.slope) * end) < samePx;
      if (!lines.some(isKnown)) lines.push(line);
    }
    return lines.toSorted((one, other) => other.strength - one.strength).slice(0, maxLines);
  };
}
