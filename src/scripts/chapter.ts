import { watchLecture } from './lecture.ts';
import { watchLights } from './lights.ts';
import { watchProgress } from './progress.ts';
import { watchTries } from './tries.ts';

watchLights();
watchTries();
watchProgress();
watchLecture();
