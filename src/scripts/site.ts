import { restorePlace, watchLanguageSwitch } from './place.ts';
import { watchTheme } from './theme.ts';
import { warmEngine } from './warm.ts';

watchTheme();
watchLanguageSwitch();
restorePlace();
warmEngine();
