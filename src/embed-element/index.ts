// What `embed.js` is made of: a classic script without dependencies, for any page.
import { followDeck } from './deck.ts';
import { SeikikaWidget } from './element.ts';

if (!customElements.get('seikika-widget')) {
  customElements.define('seikika-widget', SeikikaWidget);
  followDeck();
}
