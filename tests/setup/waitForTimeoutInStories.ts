import { configure } from 'storybook/test';
import { patienceMs } from './waitForTimeout.ts';

configure({ asyncUtilTimeout: patienceMs });
