import { referenceNoPattern } from '@stepframe/core';
import { findUnknownField } from '../http/findUnknownField.ts';
import { readJson } from '../http/readJson.ts';
import { Refusal } from '../http/Refusal.ts';
import { createJourney } from '../journey/Journey.ts';
import type { SandboxState } from '../SandboxState.ts';
import { checkApplicantDetails } from './checkApplicantDetails.ts';
import { createJourneyId } from './createJourneyId.ts';

/** Start Journey. The answer's `step_summaries` are empty, as in the documented example. Source: reference/start-journey-api. */
export async function startJourney(request: Request, { settings, journeys, faults }: SandboxState): Promise<object | Refusal> {
  const body = await readJson(request, settings.maxBodyBytes);
  if (body instanceof Refusal) return body;
  const unknown = findUnknownField(Object.keys(body), ['flow_id', 'reference_no', 'applicant_details']);
  if (unknown) return unknown;

  const { flow_id: flowId, reference_no: referenceNo } = body;
  if (flowId === undefined || flowId === '') return new Refusal('missing_field', '"flow_id" is missing.');
  if (typeof flowId !== 'string') return new Refusal('invalid_field', '"flow_id" must be a JSON string.');
  if (referenceNo === undefined || referenceNo === '') return new Refusal('missing_field', '"reference_no" is missing.');
  if (typeof referenceNo !== 'string' || !referenceNoPattern.test(referenceNo)) {
    return new Refusal('invalid_field', '"reference_no" must be a JSON string of letters, digits and - _ / \\ , . + @ only.');
  }
  const wrong = checkApplicantDetails(body['applicant_details']);
  if (wrong) return wrong;
  const flow = settings.flows.get(flowId);
  if (!flow) {
    return new Refusal(
      'missing_requested_resource',
      `"flow_id" names no flow of this sandbox. It has: ${[...settings.flows.keys()].join(', ')}.`,
    );
  }

  const journey = createJourney(createJourneyId(), referenceNo, flow);
  journeys.set(journey.journeyId, journey);
  for (const { eachStep = false, ...fault } of flow.scenario.faults ?? []) {
    const places = eachStep ? flow.steps.map(({ stepId }) => ({ stepId })) : [{}];
    for (const place of places) faults.inject({ ...fault, ...place, journeyId: journey.journeyId });
  }
  return { journey_id: journey.journeyId, reference_no: referenceNo, is_completed: false, step_summaries: [] };
}
