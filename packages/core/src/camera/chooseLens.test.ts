import { describe, expect, it } from 'vitest';
import { chooseLens } from './chooseLens.ts';
import { nextLens } from './nextLens.ts';
import { readLens } from './readLens.ts';
import { type Lens, type LensAbilities, poorLensScore, scoreLens } from './scoreLens.ts';

const lens = (label: string, abilities?: LensAbilities): Lens => {
  const device = { deviceId: label, groupId: '', kind: 'videoinput', label, toJSON: () => ({}) } as const;
  return readLens(abilities ? { ...device, getCapabilities: () => abilities } : device);
};
const lenses = (...labels: string[]) => labels.map((label) => lens(label));
const sized = (width: number, height: number): LensAbilities => ({ width: { max: width }, height: { max: height } });

describe('readLens', () => {
  it.each<[string, 'user' | 'environment' | undefined]>([
    ['camera2 0, facing back', 'environment'],
    ['camera2 1, facing front', 'user'],
    ['Back Camera', 'environment'],
    ['Front Camera', 'user'],
    ['Rückseitige Kamera', 'environment'],
    ['Vorderseitige Kamera', 'user'],
    ['Caméra arrière', 'environment'],
    ['Caméra avant', 'user'],
    ['Cámara trasera', 'environment'],
    ['Cámara frontal', 'user'],
    ['Câmera traseira', 'environment'],
    ['Fotocamera posteriore', 'environment'],
    ['Fotocamera anteriore', 'user'],
    ['Camera aan achterzijde', 'environment'],
    ['Camera aan voorzijde', 'user'],
    ['Kamera przednia', 'user'],
    ['Задняя камера', 'environment'],
    ['Передняя камера', 'user'],
    ['背面カメラ', 'environment'],
    ['前面カメラ', 'user'],
    ['后置相机', 'environment'],
    ['前置相机', 'user'],
    ['후면 카메라', 'environment'],
    ['전면 카메라', 'user'],
    ['FaceTime HD Camera', 'user'],
    ['Logitech BRIO', undefined],
    ['', undefined],
  ])('reads from “%s” that it faces %s', (label, facing) => {
    expect(lens(label).facing).toBe(facing);
  });

  it('goes by the capabilities before the label', () => {
    expect(lens('Front desk', { facingMode: ['environment'] }).facing).toBe('environment');
  });
});

describe('scoreLens', () => {
  it.each([
    'Integrated IR Camera',
    'HP IR Camera',
    'Windows Hello Face',
    '红外摄像头',
    'Intel RealSense Depth Camera',
    'OBS Virtual Camera',
    'Back Ultra Wide Camera',
    'Rückseitige Ultra-Weitwinkelkamera',
    'Caméra arrière ultra grand angle',
    'Cámara trasera ultra gran angular',
    'Ultra-grandangolare posteriore',
    '背面超広角カメラ',
    '后置超广角相机',
    'Задняя сверхширокоугольная камера',
    'Rear telephoto 0',
    '背面望遠カメラ',
  ])('finds “%s” poor', (label) => {
    expect(scoreLens({ ...lens(label), facing: undefined }, 'environment')).toBeLessThan(poorLensScore);
  });

  it.each([
    'Integrated Camera',
    'HP HD Camera',
    'Back Camera',
    'Back Dual Wide Camera',
    'Back Triple Camera',
    'Front TrueDepth Camera',
    'Logitech Ultra HD Webcam',
    'camera2 0, facing back',
    'Virage Webcam',
  ])('finds nothing wrong with “%s”', (label) => {
    expect(scoreLens({ ...lens(label), facing: undefined }, 'environment')).toBeGreaterThanOrEqual(-10);
  });

  it.each<[string, LensAbilities, LensAbilities]>([
    ['more pixels', sized(1920, 1080), sized(640, 360)],
    ['continuous focus', { focusMode: ['continuous', 'manual'] }, { focusMode: ['manual'] }],
    ['close focus', { focusDistance: { min: 0.05 } }, { focusDistance: { min: 0.5 } }],
    ['a light', { torch: true }, {}],
    ['several lenses in one', { zoom: { min: 0.5, max: 8 } }, { zoom: { min: 1, max: 8 } }],
    ['a usual shape', sized(1600, 1200), sized(1300, 1300)],
    ['the right side', { facingMode: ['environment'] }, { facingMode: ['user'] }],
  ])('prefers %s', (_what, better, worse) => {
    expect(scoreLens(lens('x', better), 'environment')).toBeGreaterThan(scoreLens(lens('x', worse), 'environment'));
  });
});

describe('chooseLens', () => {
  it.each<[string, readonly Lens[], 'user' | 'environment', string | undefined, string | null]>([
    ['says nothing before permission', lenses('', ''), 'environment', undefined, null],
    ['says nothing of a single camera, whatever it is', lenses('Integrated IR Camera'), 'user', undefined, null],
    ['leaves two equal webcams to the browser', lenses('USB Camera A', 'USB Camera B'), 'environment', undefined, null],
    ['leaves the infrared camera aside', lenses('Integrated IR Camera', 'Integrated Camera'), 'user', undefined, 'Integrated Camera'],
    ['leaves it aside when the browser opened it', lenses('Webcam', 'Webcam IR'), 'user', 'Webcam IR', 'Webcam'],
    [
      'takes Android’s first camera of a side',
      lenses('camera2 2, facing back', 'camera2 3, facing back', 'camera2 1, facing front', 'camera2 0, facing back'),
      'environment',
      undefined,
      'camera2 0, facing back',
    ],
    [
      'is content with it',
      lenses('camera2 2, facing back', 'camera2 1, facing front', 'camera2 0, facing back'),
      'environment',
      'camera2 0, facing back',
      null,
    ],
    [
      'takes the main one of an iPhone',
      lenses('Back Ultra Wide Camera', 'Back Camera', 'Front Camera'),
      'environment',
      undefined,
      'Back Camera',
    ],
    ['turns round when the wrong side is open', lenses('Front Camera', 'Back Camera'), 'environment', 'Front Camera', 'Back Camera'],
    [
      'goes by capabilities where labels say nothing',
      [
        lens('a', { ...sized(640, 480), focusMode: ['manual'] }),
        lens('b', { ...sized(4032, 3024), focusMode: ['continuous'], torch: true }),
      ],
      'environment',
      undefined,
      'b',
    ],
  ])('%s', (_name, all, facing, currentId, expected) => {
    expect(chooseLens(all, facing, currentId)?.deviceId ?? null).toBe(expected);
  });
});

describe('nextLens', () => {
  it.each<[string, readonly Lens[], string | undefined, string | null]>([
    ['is none before permission', lenses('', ''), undefined, null],
    ['is none of one', lenses('Webcam'), 'Webcam', null],
    ['goes round', lenses('a', 'b', 'c'), 'c', 'a'],
    ['goes on', lenses('a', 'b', 'c'), 'a', 'b'],
    ['passes by what is poor', lenses('Back Camera', 'Back Ultra Wide Camera', 'Front Camera'), 'Back Camera', 'Front Camera'],
    ['takes what is poor when there is nothing else', lenses('Webcam', 'Webcam IR'), 'Webcam', 'Webcam IR'],
    ['goes on from the side that was asked for when nothing is open', lenses('Front Camera', 'Back Camera'), undefined, 'Front Camera'],
  ])('%s', (_name, all, currentId, expected) => {
    expect(nextLens(all, 'environment', currentId)?.deviceId ?? null).toBe(expected);
  });
});
