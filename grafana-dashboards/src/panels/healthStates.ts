import { palette } from '../frame/palette.js';
import { states } from './states.js';

/** What a model's version can be, the worst last. From 1 on somebody should look. */
export const healthStates = states(
  [-2, 'replaced', palette.grey],
  [-1, 'learning', palette.blue],
  [0, 'healthy', palette.green],
  [1, 'drifting', palette.orange],
  [2, 'degraded', palette.vermillion],
  [3, 'silent', palette.purple],
);
