import { configure } from '@testing-library/react';
import { patienceMs } from './waitForTimeout.ts';

configure({ asyncUtilTimeout: patienceMs });
