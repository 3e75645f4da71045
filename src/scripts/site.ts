import { restorePlace, watchLanguageSwitch } from './place.ts';
import { watchTheme } from './theme.ts';
import { warmUp } from './warm.ts';

watchTheme();
watchLanguageSwitch();
restorePlace();
warmUp();
