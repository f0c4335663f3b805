import { bookTitle } from '../../catalogue/book-titles.ts';
import type { Family } from '../archetype.ts';
import { dark, light, mix } from '../colour.ts';
import type { Pen } from '../pen.ts';

import { ellipse, group, opacity, path, rect, stroke, times, turn } from '../shapes.ts';
import { coverAnimal } from './cover-animals.ts';

/** Breaks a title into at most three lines of about the same length. */
function lines(title: string): string[] {
  const words = title.split(' ');
  const wanted = title.length > 24 ? 3 : title.length > 11 ? 2 : 1;
  const out: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && `${line} ${word}`.length > title.length / wanted + 3) {
      out.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...out, line];
}

/** Art for a cover of 320 x 460 at (240, 150), by genre. */
function coverArt(pen: Pen, genre: number): string {
  const c = pen.main;
  const a = pen.accent;
  const k = pen.seed % 4;
  const night = dark(c, 0.55);
  switch (genre) {
    case 1:
      return (
        rect(
          240,
          150,
          320,
          470,
          0,
          pen.linear(
            [
              [0, dark(c, 0.72)],
              [0.6, night],
              [1, c],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        times(50, (i) =>
          ellipse(
            240 + ((i * 97) % 320),
            150 + ((i * 61) % 300),
            1 + (i % 3) * 0.7,
            1 + (i % 3) * 0.7,
            '#fff',
            opacity(0.7),
          ),
        ) +
        [
          ellipse(400, 400, 104, 104, pen.ball(a)) +
            ellipse(
              400,
              400,
              170,
              34,
              'none',
              `stroke="${light(a, 0.4)}" stroke-width="7" transform="rotate(-18 400 400)"`,
            ),
          path('M240 620L320 430L370 520L430 380L500 500L560 430V620Z', dark(c, 0.8)) +
            ellipse(470, 320, 54, 54, light(a, 0.3)),
          times(7, (i) =>
            ellipse(
              400,
              420,
              26 + i * 22,
              26 + i * 22,
              'none',
              `stroke="${i % 2 ? a : light(c, 0.5)}" stroke-width="${6 - i * 0.6}"`,
            ),
          ) + ellipse(400, 420, 16, 16, '#fff'),
          path('M400 300L430 470L400 440L370 470Z', light(a, 0.4)) +
            path('M392 470h16l-8 110z', '#ffb35c') +
            ellipse(330, 540, 150, 80, dark(c, 0.7)),
        ][k]!
      );
    case 2:
      return (
        rect(240, 150, 320, 470, 0, pen.face(mix(c, '#f6efe2', 0.2))) +
        ellipse(400, 450, 122, 122, '#fbf7ee') +
        ellipse(400, 450, 104, 104, mix(a, '#fff', 0.3)) +
        [
          times(9, (i) =>
            ellipse(
              360 + (i % 3) * 40,
              412 + Math.floor(i / 3) * 38,
              22,
              20,
              pen.ball(['#d9542f', '#8ea64a', '#e9a23a'][i % 3]!),
            ),
          ),
          ellipse(400, 450, 60, 60, pen.ball('#f3b733')) +
            times(8, (i) => turn(i * 45, 400, 450, ellipse(400, 378, 12, 24, '#7d9a4a'))),
          times(7, (i) =>
            stroke(
              `M330 ${410 + i * 13}Q400 ${390 + i * 15} 470 ${410 + i * 13}`,
              i % 2 ? '#e4c98d' : '#d9a860',
              9,
            ),
          ),
          path('M340 480C340 400 460 400 460 480Z', '#c0562f') +
            times(5, (i) => ellipse(356 + i * 22, 440 - (i % 2) * 14, 10, 10, '#6f8f4a')),
        ][k]!
      );
    case 3:
      return (
        rect(240, 150, 320, 470, 0, mix(c, '#f3ecdc', 0.78)) +
        rect(256, 166, 288, 438, 0, 'none', `stroke="${dark(c, 0.2)}" stroke-width="3"`) +
        [
          times(5, (i) =>
            turn(
              -40 + i * 20,
              400,
              590,
              path('M400 590C366 520 372 430 400 390C428 430 434 520 400 590Z', i % 2 ? c : dark(c, 0.25)) +
                stroke('M400 586V400', '#fff', 2, opacity(0.5)),
            ),
          ),
          ellipse(400, 450, 70, 52, c) +
            ellipse(452, 412, 34, 32, dark(c, 0.2)) +
            path('M482 410l34 8l-32 10z', '#d9a23a') +
            ellipse(460, 404, 5, 5, '#fff') +
            path('M340 440Q270 470 250 540Q340 520 400 480Z', dark(c, 0.3)) +
            stroke('M390 500v50M420 500v50', '#7a5a3a', 5),
          times(9, (i) => turn(i * 40, 400, 460, ellipse(400, 400, 26, 58, i % 2 ? a : light(c, 0.2)))) +
            ellipse(400, 460, 30, 30, '#d9a23a'),
          path('M300 460Q320 360 400 356T500 460Z', '#b5432f') +
            times(6, (i) => ellipse(340 + i * 24, 400 + (i % 2) * 30, 10, 9, '#f6efe2')) +
            path('M372 460h56l10 110h-76z', '#f0e6d2'),
        ][k]!
      );
    case 4:
      return (
        rect(
          240,
          150,
          320,
          470,
          0,
          pen.linear(
            [
              [0, mix(c, '#cfe4ee', 0.5)],
              [1, mix(c, '#fbeccb', 0.5)],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        path('M240 540Q320 490 400 530T560 510V620H240Z', mix(c, '#7fa86a', 0.6)) +
        ellipse(520, 344, 24, 24, '#fff3c4') +
        group(
          coverAnimal(bookTitle(genre, pen.seed).title),
          'transform="translate(394 470) scale(.88) translate(-400 -486)"',
        )
      );
    default:
      return (
        rect(240, 150, 320, 470, 0, pen.face(c)) +
        [
          path('M240 520Q320 470 400 510T560 480V620H240Z', a) +
            path('M240 560Q340 520 440 556T560 540V620H240Z', dark(c, 0.4)) +
            ellipse(480, 400, 44, 44, light(a, 0.5)),
          times(6, (i) => rect(262 + i * 46, 420 + ((i * 37) % 80), 34, 200, 17, i % 2 ? a : light(c, 0.3))),
          rect(300, 400, 200, 220, 0, dark(c, 0.3)) +
            path('M290 410L400 320L510 410Z', a) +
            rect(376, 500, 48, 120, 0, light(a, 0.5)) +
            rect(320, 440, 40, 44, 0, '#ffd98a') +
            rect(440, 440, 40, 44, 0, '#ffd98a'),
          times(5, (i) =>
            path(
              `M${270 + i * 58} 600C${240 + i * 58} 520 ${300 + i * 58} 480 ${270 + i * 58} 390C${330 + i * 58} 470 ${290 + i * 58} 540 ${270 + i * 58} 600Z`,
              i % 2 ? a : light(c, 0.35),
            ),
          ),
        ][k]!
      );
  }
}

export const BOOKS: Family = {
  book: {
    scene: 'shelf',
    with: ['candle', 'mug'],
    focus: [400, 330, 1.6],
    draw: (pen) => {
      const genre = Math.min(4, pen.form);
      const book = bookTitle(genre, pen.seed);
      const paper = genre === 3 || genre === 2;
      const ground =
        genre === 1
          ? dark(pen.main, 0.7)
          : genre === 3
            ? '#f1eadb'
            : genre === 4
              ? mix(pen.main, '#cfe4ee', 0.5)
              : genre === 2
                ? mix(pen.main, '#f6efe2', 0.2)
                : pen.main;
      const tone = pen.inkOn(ground);
      const title = lines(book.title);
      const size = genre === 4 ? 38 : 46;
      const cover = 'M240 150H556Q560 150 560 156V616Q560 620 556 620H240Z';
      return (
        pen.ground(424, 640, 206, 1, 0.07) +
        path('M556 156L596 172V620L560 640L240 636V618Z', '#f3ead8') +
        times(9, (i) => stroke(`M${562 + i * 4} ${160 + i * 1.6}V${632 - i * 2}`, '#cdbf9f', 1.3)) +
        path('M594 170L604 176V622L564 644L234 640V622L560 634L594 614Z', dark(pen.main, 0.4)) +
        pen.clip(cover, coverArt(pen, genre)) +
        rect(
          240,
          150,
          20,
          470,
          0,
          pen.linear([
            [0, '#000', 0.3],
            [0.5, '#fff', 0.22],
            [1, '#000', 0.16],
          ]),
        ) +
        path(
          cover,
          pen.linear(
            [
              [0, '#fff', 0.22],
              [0.5, '#fff', 0],
              [1, '#1c1018', 0.16],
            ],
            0,
            0,
            1,
            1,
          ),
        ) +
        title
          .map((line, i) =>
            pen.text(line, 410, (genre === 4 ? 200 : 214) + i * size * 1.08, size, {
              fill: tone,
              font: genre === 1 ? 'sans' : 'serif',
              weight: genre === 1 ? 700 : paper ? 400 : 600,
              width: 268,
              italic: genre === 4,
            }),
          )
          .join('') +
        pen.text(book.author.toUpperCase(), 410, 602, 17, {
          fill: genre === 3 ? dark(pen.main, 0.5) : genre === 0 || genre === 1 ? '#fffaf0' : '#2f2a26',
          spacing: 3,
          width: 250,
        })
      );
    },
  },
};
