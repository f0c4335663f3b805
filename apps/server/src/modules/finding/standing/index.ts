export { createStandingModule } from './standing-module.ts';
