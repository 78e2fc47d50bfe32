export { stepPage as parentsPage } from './step.js';
