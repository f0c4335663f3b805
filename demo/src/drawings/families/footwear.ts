import type { Family } from '../archetype.ts';
import { dark, light } from '../colour.ts';
import { ellipse, group, opacity, path, rect, stroke, times } from '../shapes.ts';

export const FOOTWEAR: Family = {
  sneaker: {
    scene: 'studio',
    with: [],
    focus: [330, 480, 1.5],
    draw: (pen) => {
      const form = pen.pick(4);
      const c = pen.main;
      const sole = form === 1 ? light(pen.accent, 0.4) : '#f4f1ea';
      const upper =
        'M120 560C110 500 128 410 150 372C180 350 220 372 262 372C300 360 330 330 352 318C400 380 470 436 560 462C640 478 692 506 694 566Z';
      const shoe = group(
        path(upper, pen.face(c, 1.3)) +
          pen.clip(
            upper,
            (form === 1
              ? rect(
                  100,
                  300,
                  620,
                  280,
                  0,
                  pen.pattern(10, 10, ellipse(5, 5, 2.6, 2.6, dark(c, 0.5), opacity(0.4))),
                )
              : form === 2
                ? rect(100, 300, 620, 280, 0, pen.weave(c, 6))
                : '') +
              path(
                'M560 462C640 478 700 506 694 590H560Q520 520 560 462Z',
                form === 2 ? '#f4f1ea' : dark(c, 0.14),
              ) +
              path('M110 480Q190 470 230 590H100Z', form === 1 ? pen.accent : dark(c, 0.2)) +
              (form === 1
                ? path('M250 580C320 560 400 440 470 420L500 446C440 470 380 560 340 590Z', pen.accent)
                : form === 3
                  ? times(3, (i) =>
                      path(`M${300 + i * 56} 580L${350 + i * 56} 440h24L${326 + i * 56} 580Z`, pen.accent),
                    )
                  : form === 0
                    ? path('M240 470Q380 480 520 580H480Q370 500 236 500Z', pen.accent)
                    : ellipse(250, 470, 30, 30, pen.accent)) +
              path('M140 380Q240 330 330 350L250 420Q190 400 146 440Z', '#fff', opacity(0.2)),
          ) +
          path('M150 372C180 350 220 372 262 372L254 398C210 398 180 384 156 402Z', dark(c, 0.5)) +
          path('M262 372C300 360 330 330 352 318L396 366L300 430Q270 410 262 372Z', light(c, 0.18)) +
          stroke('M352 318C400 380 470 436 560 462', dark(c, 0.35), 3) +
          times(5, (i) => {
            const x = 330 + i * 40;
            const y = 372 + i * 21;
            return (
              stroke(
                `M${x - 26} ${y + 24}L${x + 34} ${y - 16}`,
                form === 2 ? '#fff' : light(pen.accent, 0.5),
                11,
              ) + ellipse(x - 26, y + 26, 6, 6, dark(c, 0.6))
            );
          }) +
          stroke(
            'M352 330q-40 -30 -62 0q-8 26 40 26M360 332q20 -46 50 -26q12 24 -36 40',
            form === 2 ? '#fff' : light(pen.accent, 0.5),
            8,
          ) +
          seamLine(c) +
          path(
            form === 1
              ? 'M104 556Q300 590 520 560Q640 548 706 552Q724 600 690 624H160Q100 620 104 556Z'
              : 'M112 552H702Q716 590 694 620H130Q106 600 112 552Z',
            pen.down(sole, 0.9),
          ) +
          path('M116 606H700L694 622H130Z', form === 1 ? pen.accent : '#b98655') +
          stroke(
            form === 1 ? 'M140 590Q300 612 520 586T690 580' : 'M122 572H700',
            dark(sole, 0.25),
            3,
            opacity(0.7),
          ),
      );
      return (
        pen.ground(410, 632, 320, 1, 0.07) +
        group(shoe, 'transform="translate(130 -62) scale(.86)" opacity="1"') +
        pen.ground(400, 654, 300, 0.7, 0.06) +
        group(shoe, 'transform="translate(0 30)"')
      );
    },
  },
  boot: {
    scene: 'studio',
    focus: [320, 420, 1.5],
    draw: (pen) => {
      const form = pen.pick(3);
      const c = pen.main;
      const upper =
        'M206 180Q290 164 400 184Q394 300 412 400C470 450 560 452 612 496Q650 530 648 600H196Q176 500 204 400Q196 290 206 180Z';
      const boot =
        path(upper, pen.face(c, 1.3)) +
        pen.clip(
          upper,
          path('M196 600Q176 500 204 400Q260 420 270 600Z', dark(c, 0.2)) +
            path('M540 446Q650 480 650 610H520Q490 520 540 446Z', dark(c, form === 1 ? 0 : 0.16)) +
            ellipse(290, 300, 46, 150, '#fff', `opacity=".26" ${pen.blur(18)}`) +
            ellipse(566, 498, 62, 20, '#fff', `opacity=".4" transform="rotate(20 566 498)" ${pen.blur(9)}`) +
            stroke('M230 420Q300 440 400 410', dark(c, 0.6), 12, `opacity=".3" ${pen.blur(5)}`),
        ) +
        ellipse(303, 180, 98, 14, dark(c, 0.65)) +
        (form === 1
          ? path('M290 214Q330 210 372 216Q362 330 376 404Q330 424 286 404Q296 310 290 214Z', '#2b2a2c') +
            times(11, (i) => stroke(`M${294 + i * 8} 216V408`, '#4a484b', 2, opacity(0.8))) +
            stroke('M212 180q-30 -50 6 -60q24 10 14 60', dark(c, 0.2), 10)
          : path('M340 176L404 186L416 396L470 440L420 470L360 410Z', light(c, 0.1)) +
            times(5, (i) => {
              const y = 216 + i * 44;
              const [left, right] = [346 + i * 3, 410 + i * 4];
              return (
                stroke(`M${left} ${y + 40}L${right} ${y}`, dark(pen.accent, 0.3), 8) +
                stroke(`M${left} ${y}L${right} ${y + 40}`, pen.accent, 8)
              );
            }) +
            stroke('M366 446L442 424M390 468L470 440M362 414L462 462', pen.accent, 8) +
            times(6, (i) =>
              [346 + i * 3, 410 + i * 4]
                .map(
                  (x) =>
                    ellipse(x, 216 + i * 44, 9, 9, dark(c, 0.4)) +
                    ellipse(x, 216 + i * 44, 6, 6, pen.ball('#c9a25b')),
                )
                .join(''),
            ) +
            rect(200, 176, 208, 26, 12, dark(c, 0.34))) +
        path(
          'M186 592H660Q668 620 660 650H470L450 634H360L350 652H190Q180 620 186 592Z',
          pen.down('#2b2829'),
        ) +
        rect(186, 588, 474, 10, 4, '#d8b98a') +
        times(22, (i) => stroke(`M${196 + i * 21} 593h9`, '#7d5a33', 2)) +
        times(9, (i) => rect(200 + i * 50, 646, 30, 10, 2, '#1b191a'));
      return (
        pen.ground(430, 652, 280, 1, 0.08) +
        group(boot, 'transform="translate(120 -26) scale(.94)"') +
        pen.ground(400, 672, 260, 0.7, 0.06) +
        group(boot, 'transform="translate(-30 20)"')
      );
    },
  },
};

function seamLine(c: string): string {
  return stroke(
    'M150 470Q200 470 226 560M556 470Q516 520 546 560',
    dark(c, 0.45),
    2.5,
    'stroke-dasharray="6 4" opacity=".7"',
  );
}
