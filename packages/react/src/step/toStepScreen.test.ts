import { RequestError, type StepState } from '@stepframe/core';
import { describe, expect, it } from 'vitest';
import type { CaptureState } from '../capture/captureReducer.ts';
import type { UseJourneySummaryResult } from '../journey/useJourneySummary.ts';
import { type StepScreen, toStepScreen } from './toStepScreen.ts';

const nothing = () => {};
const error = new RequestError('request/network', 'offline', { retryable: true });
const feedback = { code: null, title: '', details: '' };

const idle: CaptureState = { status: 'idle' };
const begun = { source: 'file', side: 'front', pictures: {} } as const;
const taking: CaptureState = { status: 'taking', ...begun, problem: null };
const preparing: CaptureState = { status: 'preparing', ...begun, source: 'camera' };
const reviewing: CaptureState = { status: 'reviewing', ...begun, missing: null };

const open: StepState = { status: 'idle', submit: nothing };
const rejected: StepState = { status: 'rejected', feedback, canRetry: true, submit: nothing };
const concluded: StepState = { status: 'rejected', feedback, canRetry: false };
const failed: StepState = { status: 'failed', error, retryable: true, retry: nothing, reset: nothing };

const ready: UseJourneySummaryResult = {
  status: 'ready',
  summary: { journeyId: 'j', isCompleted: false, steps: [], interimAssessment: null, interimRules: [] },
  ask: 1,
  changedAtMs: 0,
  error: null,
};
const loading: UseJourneySummaryResult = { status: 'loading' };
const unread: UseJourneySummaryResult = { status: 'failed', error, retry: nothing };

describe('toStepScreen', () => {
  it.each<[StepScreen['name'], CaptureState, StepState, UseJourneySummaryResult]>([
    ['loading', idle, open, loading],
    ['unreachable', idle, open, unread],
    ['instructions', idle, open, ready],
    ['file', taking, open, ready],
    ['camera', preparing, open, ready],
    ['review', reviewing, open, ready],
    ['review', reviewing, open, unread],
    ['uploading', reviewing, { status: 'uploading', progress: 0.4, activity: 'sending', key: 'k', cancel: nothing }, ready],
    ['processing', idle, { status: 'processing', error: null }, ready],
    ['accepted', idle, { status: 'accepted' }, ready],
    ['accepted', reviewing, { status: 'accepted' }, ready],
    ['rejected', idle, rejected, ready],
    ['file', taking, rejected, ready],
    ['review', reviewing, rejected, ready],
    ['concluded', taking, concluded, ready],
    ['failed', reviewing, failed, ready],
  ])('shows %s', (name, capture, step, summary) => {
    expect(toStepScreen({ capture, step, summary }).name).toBe(name);
  });

  it.each<[StepScreen['name'], CaptureState, StepState]>([
    ['loading', idle, open],
    ['loading', idle, rejected],
    ['review', reviewing, rejected],
    ['concluded', idle, concluded],
    ['accepted', idle, { status: 'accepted' }],
  ])('shows %s while kept pictures are being looked for', (name, capture, step) => {
    expect(toStepScreen({ capture, step, summary: ready, isLooking: true }).name).toBe(name);
  });
});
