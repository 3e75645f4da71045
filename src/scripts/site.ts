import { restorePlace, watchLanguageSwitch } from './place.ts';
import { watchTheme } from './theme.ts';

watchTheme();
watchLanguageSwitch();
restorePlace();
