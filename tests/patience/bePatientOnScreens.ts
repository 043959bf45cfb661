import { configure } from '@testing-library/react';
import { patienceMs } from './bePatient.ts';

configure({ asyncUtilTimeout: patienceMs });
