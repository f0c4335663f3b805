import { expect, it } from 'vitest';
import { toPlainText } from './plain-text.ts';

it.each([
  ['plain', 'plain'],
  ['a < b & c > d', 'a < b & c > d'],
  ['one<br />two<br>three', 'one\ntwo\nthree'],
  ['<div class="a">text &amp; <b>bold</b></div>', 'text & bold'],
  ['<style>.a{b:c}</style>rest', 'rest'],
  ['Tom &#39;n&#x27; &quot;Jerry&quot; &unknown;', `Tom 'n' "Jerry" &unknown;`],
  ['caf&eacute; &agrave; la carte &ndash; &pound;5, &euro;6 &amp; more', 'café à la carte – £5, €6 & more'],
  ['AT&T and R&D; &amp;eacute;', 'AT&T and R&D; é'],
  ['nul\0', 'nul'],
  ['I <3 this', 'I <3 this'],
  ['a<script>steal()</script >b<SCRIPT src=x></script>c', 'a b c'],
  ['<script>never closed', 'never closed'],
  ['<p title="never closed', '<p title="never closed'],
  ['<scr<script></script>ipt>', 'ipt>'],
  ['&lt;b&gt; is a tag', '<b> is a tag'],
  ['\u202eabc\u202c \u2067def\u2069', 'abc def'],
  ['\x1b[31mred\x1b[0m\tand\nmore', '[31mred[0m\tand\nmore'],
])('turns %j into the text %j', (written, text) => {
  expect(toPlainText(written)).toBe(text);
});
