import { expect, it } from 'vitest';
import { createPicture } from './createPicture.ts';
import { openStage } from './openStage.ts';

it('takes another back when the API has the front and refuses the back, and sends no front again', async () => {
  const stage = await openStage({ sides: 'separate' });
  const { world } = stage;
  world.sandbox.inject({ operation: 'processStep', from: 2, fault: { effect: { status: 422 } } });
  stage.submit();
  await stage.untilStill();
  const failed = stage.state();
  if (failed.status !== 'failed') throw new Error(`The step is ${failed.status}.`);
  expect(failed.error.code).toBe('request/invalid');

  failed.reset();
  await stage.untilStill();
  expect(stage.state().status).toBe('idle');
  const [front] = stage.pictures;
  const back = createPicture();
  stage.submit({ pictures: [front, back] });
  await stage.untilStill();
  expect(stage.state().status).toBe('accepted');
  const sides = world.sandbox.submissions().map(({ image, result }) => [image?.widthPx, result.accepted && result.side]);
  expect(sides).toEqual([
    [front.widthPx, 'front'],
    [back.widthPx, 'back'],
  ]);
  world.close();
});
