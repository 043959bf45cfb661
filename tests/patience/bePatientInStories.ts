import { configure } from 'storybook/test';
import { patienceMs } from './bePatient.ts';

configure({ asyncUtilTimeout: patienceMs });
