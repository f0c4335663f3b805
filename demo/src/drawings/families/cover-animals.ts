/** @file Who is on the cover of a picture book, by the first words of its title. Each sits at about (400, 470). */
import { dark, light } from '../colour.ts';
import { ellipse, opacity, path, stroke, times, turn } from '../shapes.ts';

const INK = '#2a2226';
const CREAM = '#fdf3e2';

const eyes = (y: number, apart = 20, r = 6.5): string =>
  ellipse(400 - apart, y, r, r + 1, INK) +
  ellipse(400 + apart, y, r, r + 1, INK) +
  ellipse(402 - apart, y - 2, 2, 2, '#fff') +
  ellipse(402 + apart, y - 2, 2, 2, '#fff');

const muzzle = (y = 416): string =>
  ellipse(400, y, 24, 18, CREAM) +
  ellipse(400, y - 7, 8, 6, '#3a2a26') +
  stroke(`M400 ${y - 2}v6q-8 8 -14 4M400 ${y + 4}q8 8 14 4`, '#3a2a26', 2.5);

/** A sitting body with a head, over which ears and markings are drawn. */
const sitting = (colour: string, belly = light(colour, 0.4)): string =>
  ellipse(400, 500, 74, 80, colour) +
  ellipse(400, 516, 44, 54, belly) +
  ellipse(348, 566, 28, 16, dark(colour, 0.12)) +
  ellipse(452, 566, 28, 16, dark(colour, 0.12));
const head = (colour: string, y = 404): string => ellipse(400, y, 64, 56, colour);
const roundEars = (colour: string, inner: string, r = 20, apart = 48, y = 360): string =>
  [-1, 1]
    .map(
      (side) =>
        ellipse(400 + side * apart, y, r, r, colour) +
        ellipse(400 + side * apart, y, r * 0.55, r * 0.55, inner),
    )
    .join('');
const pointedEars = (colour: string, inner: string): string =>
  [-1, 1]
    .map(
      (side) =>
        path(`M${400 + side * 62} 392L${400 + side * 60} 322L${400 + side * 14} 358Z`, colour) +
        path(`M${400 + side * 54} 374L${400 + side * 53} 340L${400 + side * 26} 360Z`, inner),
    )
    .join('');
const whiskers = (y = 416): string =>
  stroke(`M372 ${y}l-34 -6M372 ${y + 6}l-34 6M428 ${y}l34 -6M428 ${y + 6}l34 6`, INK, 1.8, opacity(0.6));
const beak = (y: number, colour = '#e9a13a'): string =>
  path(`M382 ${y}Q400 ${y - 10} 418 ${y}L400 ${y + 18}Z`, colour);

const ANIMALS: Record<string, () => string> = {
  Bear: () => roundEars('#a8754a', '#d7a97c') + sitting('#a8754a') + head('#b98355') + eyes(398) + muzzle(),
  Otter: () =>
    path('M452 540Q540 560 560 500Q520 524 462 500Z', '#6f4d38') +
    roundEars('#7d5a43', '#a98569', 13, 54, 372) +
    sitting('#7d5a43', '#d9c0a2') +
    head('#7d5a43') +
    eyes(396) +
    ellipse(400, 420, 34, 24, '#e3cfb4') +
    muzzle(418) +
    whiskers(418),
  Fox: () =>
    path('M456 560Q560 560 566 450Q520 440 478 500Z', '#d8763a') +
    path('M566 450Q556 424 540 440Q524 458 540 480Q560 480 566 450Z', CREAM) +
    pointedEars('#d8763a', '#5a3526') +
    sitting('#d8763a', CREAM) +
    head('#dd8950') +
    path('M336 412Q366 408 400 446Q434 408 464 412Q444 462 400 462Q356 462 336 412Z', CREAM) +
    eyes(398) +
    ellipse(400, 442, 9, 7, INK),
  Mouse: () =>
    stroke('M460 560Q560 570 556 490Q552 460 530 470', '#d9a3a0', 8) +
    roundEars('#9fa1aa', '#e2b7b8', 40, 58, 356) +
    sitting('#9fa1aa') +
    head('#a9abb4') +
    eyes(400) +
    ellipse(400, 424, 10, 8, '#d98f92') +
    whiskers(426),
  'Grandpa Whale': () =>
    path(
      'M270 500Q270 400 400 396Q520 396 536 470Q552 440 540 410Q566 420 570 444Q590 420 606 430Q596 470 560 482Q548 566 410 570Q280 568 270 500Z',
      '#5f86a8',
    ) +
    path('M274 516Q340 560 420 566Q500 566 534 520Q470 546 400 540Q320 536 274 516Z', '#dfe8ec') +
    ellipse(326, 470, 8, 9, INK) +
    ellipse(328, 467, 2.5, 2.5, '#fff') +
    stroke('M300 506Q330 524 360 512', '#2f4a63', 4) +
    stroke('M310 452q16 -14 34 -4', '#f4f4f2', 6) +
    stroke('M390 390Q388 350 356 346M392 390Q396 350 428 346', '#8fc1dc', 9),
  Owl: () =>
    path('M344 372L332 322L380 352ZM456 372L468 322L420 352Z', '#7a5a44') +
    ellipse(400, 478, 84, 104, '#8a6a50') +
    ellipse(400, 506, 54, 66, '#d9bf9c') +
    times(3, (row) => stroke(`M${366 + row * 4} ${484 + row * 24}q10 12 20 0t20 0t20 0`, '#a07c58', 3)) +
    ellipse(370, 406, 34, 34, CREAM) +
    ellipse(430, 406, 34, 34, CREAM) +
    ellipse(372, 408, 15, 16, INK) +
    ellipse(428, 408, 15, 16, INK) +
    ellipse(377, 402, 4, 4, '#fff') +
    ellipse(433, 402, 4, 4, '#fff') +
    beak(430) +
    path('M318 450Q300 530 346 566Q350 500 330 446ZM482 450Q500 530 454 566Q450 500 470 446Z', '#6f513b'),
  Rabbit: () =>
    [-1, 1]
      .map((side) =>
        turn(
          side * 10,
          400 + side * 24,
          360,
          ellipse(400 + side * 26, 320, 16, 52, '#efe6d6') + ellipse(400 + side * 26, 324, 8, 38, '#e9b9b4'),
        ),
      )
      .join('') +
    sitting('#efe6d6', '#fffaf0') +
    head('#f7f0e2') +
    eyes(400) +
    ellipse(400, 420, 8, 6, '#d98f92') +
    stroke('M400 426v8q-8 8 -14 4M400 434q8 8 14 4', '#8a6a60', 2.5) +
    whiskers(424),
  Hedgehog: () =>
    times(15, (i) =>
      turn(-104 + i * 15, 400, 480, path('M388 372L400 326L412 372Z', i % 2 ? '#6b513c' : '#7f624a')),
    ) +
    ellipse(400, 478, 108, 104, '#75593f') +
    ellipse(400, 506, 72, 76, '#e6cda8') +
    head('#ecd6b4', 440) +
    eyes(432) +
    ellipse(400, 458, 11, 9, INK) +
    stroke('M384 474q16 12 32 0', '#8a6a50', 3) +
    ellipse(360, 566, 24, 13, '#cfae84') +
    ellipse(440, 566, 24, 13, '#cfae84'),
  Duck: () =>
    ellipse(400, 506, 92, 72, '#f0c64a') +
    path('M478 486Q530 470 528 432Q500 452 466 456Z', '#e6b838') +
    ellipse(384, 406, 56, 54, '#f4d05e') +
    path('M390 520Q450 480 486 510Q460 556 402 550Z', '#e0ae34') +
    ellipse(368, 398, 7, 8, INK) +
    path('M318 410Q292 414 286 426Q312 440 344 430Q340 414 318 410Z', '#e98236') +
    path('M360 576l-16 20h34zM430 576l-16 20h34z', '#e98236'),
  Elephant: () =>
    ellipse(400, 508, 86, 80, '#8d95a3') +
    ellipse(318, 404, 50, 60, '#7f8796') +
    ellipse(482, 404, 50, 60, '#7f8796') +
    ellipse(322, 408, 30, 40, '#c7a9ae') +
    ellipse(478, 408, 30, 40, '#c7a9ae') +
    ellipse(400, 404, 66, 62, '#98a0ad') +
    eyes(396, 28) +
    stroke('M400 426Q396 500 372 520Q352 528 350 508', '#98a0ad', 30) +
    stroke('M388 462h22M386 482h22', '#7f8796', 3) +
    path('M370 450q-10 26 -26 28q8 -14 6 -30zM430 450q10 26 26 28q-8 -14 -6 -30z', '#fffaf0') +
    ellipse(350, 576, 30, 16, '#7f8796') +
    ellipse(450, 576, 30, 16, '#7f8796'),
  Snail: () =>
    path(
      'M270 560Q280 520 330 528L500 540Q540 520 536 450Q560 440 566 470Q574 560 500 572H280Q266 572 270 560Z',
      '#d9b98f',
    ) +
    ellipse(390, 470, 92, 90, '#b5634a') +
    [70, 50, 30, 12]
      .map((r, i) =>
        ellipse(390 + i * 3, 472, r, r, 'none', `stroke="${i % 2 ? '#d98f6a' : '#8a4534'}" stroke-width="9"`),
      )
      .join('') +
    stroke('M538 452L524 406M560 452L574 410', '#d9b98f', 8) +
    ellipse(524, 402, 9, 9, INK) +
    ellipse(575, 406, 9, 9, INK) +
    stroke('M540 496q14 8 24 -4', '#7a5a40', 4),
  Badger: () =>
    roundEars('#33343a', '#fffaf0', 17, 50, 364) +
    sitting('#5c5f67', '#33343a') +
    head('#f4f1ea') +
    path(
      'M352 364Q372 352 384 362L386 440Q360 440 340 420Q338 384 352 364ZM448 364Q428 352 416 362L414 440Q440 440 460 420Q462 384 448 364Z',
      '#33343a',
    ) +
    ellipse(374, 400, 5, 6, '#fff') +
    ellipse(426, 400, 5, 6, '#fff') +
    ellipse(400, 440, 14, 10, INK),
  Tiger: () =>
    stroke('M462 556Q548 560 552 486', '#e08a34', 20) +
    stroke('M540 540l14 12M552 510l18 2', INK, 7) +
    roundEars('#e08a34', '#fbe6c8', 19, 48, 360) +
    sitting('#e08a34', CREAM) +
    stroke('M330 480l30 8M328 510l26 6M470 480l-30 8M472 510l-26 6', INK, 8) +
    head('#e8963f') +
    stroke(
      'M400 352v26M382 356l4 18M418 356l-4 18M340 392l24 6M338 412l22 2M460 392l-24 6M462 412l-22 2',
      INK,
      6,
    ) +
    ellipse(384, 424, 22, 17, CREAM) +
    ellipse(416, 424, 22, 17, CREAM) +
    eyes(398, 22) +
    path('M390 412h20l-10 11z', '#c96a68') +
    whiskers(424),
  Penguin: () =>
    ellipse(400, 470, 82, 110, '#2f3846') +
    ellipse(400, 496, 56, 80, '#f7f4ec') +
    path('M400 372Q346 366 346 410Q350 440 400 436Q450 440 454 410Q454 366 400 372Z', '#f7f4ec') +
    eyes(402, 24) +
    beak(414) +
    path('M322 440Q286 500 306 540Q330 520 334 470ZM478 440Q514 500 494 540Q470 520 466 470Z', '#28303c') +
    ellipse(366, 578, 28, 11, '#e9a13a') +
    ellipse(434, 578, 28, 11, '#e9a13a'),
  Goose: () =>
    ellipse(422, 516, 98, 62, '#f4f1e8') +
    path('M506 500Q556 480 560 448Q524 462 490 470Z', '#e2ddd0') +
    stroke('M350 500Q320 430 350 380', '#f4f1e8', 36) +
    ellipse(348, 368, 36, 32, '#f9f6ee') +
    ellipse(338, 362, 6, 7, INK) +
    path('M316 366Q282 370 274 382Q300 392 322 386Z', '#e98236') +
    path('M400 530Q460 490 506 520Q470 560 410 556Z', '#e0dbce') +
    stroke('M400 574v22M450 574v22', '#e98236', 7),
  Moth: () =>
    path(
      'M396 440C330 340 262 360 266 430C268 480 340 490 396 470ZM404 440C470 340 538 360 534 430C532 480 460 490 404 470Z',
      '#c9b48c',
    ) +
    path(
      'M396 474C330 490 300 540 330 566C362 580 392 530 398 490ZM404 474C470 490 500 540 470 566C438 580 408 530 402 490Z',
      '#b59a6d',
    ) +
    ellipse(318, 424, 20, 20, '#7b6146') +
    ellipse(482, 424, 20, 20, '#7b6146') +
    ellipse(318, 424, 9, 9, CREAM) +
    ellipse(482, 424, 9, 9, CREAM) +
    ellipse(400, 486, 18, 62, '#8a6e4e') +
    ellipse(400, 424, 22, 20, '#9a7d5a') +
    eyes(422, 9, 4) +
    stroke('M392 406Q380 370 356 364M408 406Q420 370 444 364', '#6b543c', 4),
  Turtle: () =>
    ellipse(500, 500, 42, 34, '#9ab56a') +
    path('M290 540Q296 420 400 416Q500 420 506 540Z', '#5f7f4c') +
    path('M340 520l20 -46h38l12 46zM420 520l8 -46h34l24 46zM372 462l26 -36l34 34z', '#86a565') +
    ellipse(516, 494, 6, 7, INK) +
    stroke('M512 514q12 8 22 -2', '#4d6a3a', 4) +
    path('M310 536q-18 36 20 40h26v-40zM440 536v40h30q34 -6 16 -40z', '#8aa65e') +
    path('M290 530q-30 6 -36 22q26 0 40 -8z', '#8aa65e') +
    path('M284 530H512Q516 548 500 550H296Q280 548 284 530Z', '#d8c38c'),
  Squirrel: () =>
    path('M450 570Q580 570 566 440Q556 350 490 364Q530 400 500 450Q470 500 450 520Z', '#b5623a') +
    stroke('M470 556Q556 540 548 440Q540 390 510 380', '#d98f5e', 12, opacity(0.7)) +
    pointedEars('#b5623a', '#6b3a28') +
    sitting('#b5623a', CREAM) +
    head('#c06d42') +
    eyes(398) +
    muzzle() +
    ellipse(400, 492, 18, 22, '#8a5a34') +
    ellipse(400, 476, 20, 10, '#5f3d26'),
  'Little Moon': () =>
    ellipse(400, 450, 112, 112, '#fff3c4') +
    ellipse(352, 420, 16, 16, '#f1dd9a') +
    ellipse(456, 500, 22, 22, '#f1dd9a') +
    ellipse(440, 394, 10, 10, '#f1dd9a') +
    eyes(444, 30, 8) +
    stroke('M376 478Q400 502 424 478', INK, 5) +
    ellipse(350, 472, 14, 9, '#f2b59a', opacity(0.7)) +
    ellipse(450, 472, 14, 9, '#f2b59a', opacity(0.7)),
  Cloud: () =>
    path(
      'M290 520C250 520 250 450 300 450C300 390 380 370 410 420C440 380 510 400 504 456C556 456 556 520 516 520Z',
      '#fdfdfb',
    ) +
    path('M290 520C262 518 256 490 266 472C290 500 480 506 540 480C548 504 536 520 516 520Z', '#d5e0e8') +
    eyes(466, 30, 8) +
    stroke('M380 486Q400 504 420 486', INK, 5) +
    times(5, (i) => stroke(`M${310 + i * 46} ${548 + (i % 2) * 12}l-6 22`, '#8fc1dc', 6)),
};

/** A bear for a title that names nobody known. */
export function coverAnimal(title: string): string {
  const name = Object.keys(ANIMALS).find((animal) => title.startsWith(animal)) ?? 'Bear';
  return ANIMALS[name]!();
}
