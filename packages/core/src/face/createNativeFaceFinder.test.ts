import { describe, expect, it } from 'vitest';
import { createNativeFaceFinder } from './createNativeFaceFinder.ts';

const picture = {} as ImageBitmap;

describe('createNativeFaceFinder', () => {
  it('gives nothing where the browser has no detector', () => {
    expect(createNativeFaceFinder({})).toBeNull();
    expect(createNativeFaceFinder({ FaceDetector: undefined })).toBeNull();
    expect(createNativeFaceFinder()).toBeNull();
  });

  it('gives nothing where the detector’s service does not start', () => {
    const refuse = function FaceDetector() {
      throw new DOMException('Face detection service unavailable.', 'NotSupportedError');
    };
    expect(createNativeFaceFinder({ FaceDetector: refuse })).toBeNull();
  });

  it('hands over the picture as it is and gives plain boxes', async () => {
    const seen: unknown[] = [];
    class FaceDetector {
      readonly options: unknown;
      constructor(options: unknown) {
        this.options = options;
      }
      async detect(pixels: unknown) {
        seen.push(pixels, this.options);
        return [{ boundingBox: { x: 10, y: 20, width: 30, height: 40, top: 20, left: 10 }, landmarks: [] }];
      }
    }
    const finder = createNativeFaceFinder({ FaceDetector });
    expect(await finder?.find(picture)).toEqual([{ x: 10, y: 20, width: 30, height: 40 }]);
    expect(seen).toEqual([picture, { maxDetectedFaces: 5, fastMode: true }]);
    finder?.close();
  });

  it('lets the detector’s failure through', async () => {
    class FaceDetector {
      detect() {
        return Promise.reject(new DOMException('gone', 'OperationError'));
      }
    }
    await expect(createNativeFaceFinder({ FaceDetector })?.find(picture)).rejects.toMatchObject({ name: 'OperationError' });
  });
});
