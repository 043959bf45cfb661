import { type ApplicantDetails, parseStartedJourney, referenceNoPattern, type StepSummary } from '@stepframe/core';
import { askHost, isResponse, refuseGrant } from './askHost.ts';
import { readJsonBody } from './readJsonBody.ts';
import { refuseAnswer } from './refuseAnswer.ts';
import { Refusal } from './Refusal.ts';
import type { Exchange, RelayContext, Reply } from './RelayContext.ts';
import type { StartGrant } from './RelayOptions.ts';
import { writeSession } from './writeSession.ts';

/** Starts the journey that the host's `authorize` grants, and hands out a session for it. */
export async function startJourney(
  { settings, sessions, upstream }: RelayContext,
  { request, requestId }: Exchange,
): Promise<Reply | Response> {
  const body = await readJsonBody(request);
  const granted = await askHost(settings, request, body, 'start');
  if (isResponse(granted)) return granted;
  if (!isUsable(granted)) throw refuseGrant();

  const answer = await upstream.call({
    route: 'start',
    requestId,
    method: 'POST',
    path: settings.paths.start,
    body: JSON.stringify({
      flow_id: granted.flowId,
      reference_no: granted.referenceNo,
      ...(granted.applicantDetails && { applicant_details: writeApplicant(granted.applicantDetails) }),
    }),
    contentType: 'application/json',
    signal: request.signal,
    timeoutMs: settings.upstreamTimeoutMs,
  });
  if (!answer.isOk) throw refuseAnswer(answer);

  const { journeyId, referenceNo, summary } = readStarted(answer.json);
  const issued = await sessions.issue({ journeyId, subject: granted.subject });
  return {
    status: 200,
    body: {
      journey_id: journeyId,
      reference_no: referenceNo ?? granted.referenceNo,
      is_completed: summary.isCompleted,
      step_summaries: summary.steps.map(writeStep),
      session: await writeSession(issued, settings.sessionSecret, journeyId),
    },
  };
}

function isUsable({ subject, flowId, referenceNo }: StartGrant): boolean {
  // The subject travels in the token, and a token has to fit into a header.
  return isText(subject) && subject.length <= 256 && isText(flowId) && isText(referenceNo) && referenceNoPattern.test(referenceNo);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function readStarted(json: unknown): ReturnType<typeof parseStartedJourney> {
  try {
    const started = parseStartedJourney(json);
    // The id becomes a segment of a path.
    if (!/^\.*$/.test(started.journeyId) && started.journeyId.length <= 256) return started;
  } catch {
    // The same as an id that cannot be used.
  }
  throw new Refusal(502, 'upstream_malformed', 'The verification service gave an answer that cannot be read.');
}

function writeApplicant({ fullName, birthDate, sex }: ApplicantDetails): Record<string, string | undefined> {
  return { full_name: fullName, birth_date: birthDate, sex };
}

function writeStep({ stepId, stepType, stepTitle, result }: StepSummary): unknown {
  return {
    definition: { step_id: stepId, step_type: stepType, step_title: stepTitle },
    result: result && {
      has_passed_rules: result.hasPassedRules,
      is_concluded: result.isConcluded,
      status: result.status,
      error_user_feedback_code: result.feedback?.code ?? null,
      error_user_feedback_title: result.feedback?.title ?? '',
      error_user_feedback_details: result.feedback?.details ?? '',
    },
  };
}
