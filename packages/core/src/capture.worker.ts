import { serveTasks } from './worker/serveTasks.ts';

serveTasks(self);
