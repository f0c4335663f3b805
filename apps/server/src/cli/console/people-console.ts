import { styleText } from 'node:util';
import { withoutLogIn } from '../../config/config.ts';
import { clock } from '../progress-bar.ts';
import { type BoxRow, box } from './box.ts';
import { newPasswords } from './new-passwords.ts';
import { openPeopleLog } from './people-log.ts';
import { createScreen, cut, widthOf } from './screen.ts';
import { stageLine } from './stage-line.ts';
import type { OpenedShop, Stage, StartConsole } from './start-console.ts';

const redrawMs = 200;

/** For people: shows stages with the time left, then the addresses and log-ins, then warnings in sentences. */
export function createPeopleConsole({
  output,
  env = process.env,
  now = performance.now.bind(performance),
}: {
  output: NodeJS.WriteStream;
  env?: NodeJS.ProcessEnv;
  now?: () => number;
}): StartConsole {
  const screen = createScreen(output, env);
  const style = (format: 'bold' | 'dim' | 'green' | 'yellow', text: string) =>
    styleText(format, text, { stream: output });
  /** The running stages. The one that started last is visible. */
  const underWay = new Set<() => void>();
  let redrawing: NodeJS.Timeout | undefined;
  const draw = () => {
    const last = [...underWay].at(-1);
    if (last) last();
    else screen.show('');
    if (last && screen.isLive) redrawing ??= setInterval(draw, redrawMs).unref();
    else {
      clearInterval(redrawing);
      redrawing = undefined;
    }
  };
  const warn = (sentence: string) => {
    for (const [index, line] of cut(sentence, screen.columns - 2).entries())
      screen.print(`${index === 0 ? style('yellow', '!') : ' '} ${line}`);
  };

  return {
    isForPeople: true,
    stage(name, usualMs): Stage {
      const started = now();
      let share: number | undefined;
      const drawStage = () =>
        screen.show(stageLine({ name, share, usualMs, elapsedMs: now() - started }, screen.columns));
      underWay.add(drawStage);
      draw();
      return {
        progress(done) {
          share = Math.max(share ?? 0, done);
        },
        end(note) {
          underWay.delete(drawStage);
          screen.show('');
          const took = `${clock((now() - started) / 1_000)}`;
          const whole = `${name}  ${took}${note === undefined ? '' : `  ${note}`}`;
          const told = widthOf(whole) + 2 <= screen.columns ? whole : `${name}  ${took}`;
          screen.print(`${style('green', '✓')} ${told}`);
          draw();
        },
      };
    },
    tell(sentence) {
      for (const line of cut(sentence, screen.columns)) screen.print(line);
    },
    opened(shop) {
      if (shop.demo?.areNew) warn(newPasswords);
      const lines = box('Kindred is open', rowsOf(shop), screen.columns, {
        label: (text) => style('dim', text),
        title: (text) => style('bold', text),
      });
      for (const line of ['', ...lines, '']) screen.print(line);
    },
    openLog: (dataDir) => openPeopleLog({ dataDir, warn }),
    end() {
      underWay.clear();
      draw();
    },
  };
}

function rowsOf({ config, address, demo }: OpenedShop): BoxRow[] {
  const { port, publicUrl, dataDir, databaseUrl, smtpUrl } = config;
  const isDefault = publicUrl === `http://localhost:${port}`;
  const shop = isDefault && port === 0 ? address : publicUrl;
  const emailWidth = Math.max(0, ...(demo?.logIns ?? []).map(({ email }) => email.length));
  const row = (label: string, ...values: string[]): BoxRow => ({ label, values });
  return [
    row('Shop', shop, ...(isDefault ? [] : [`listens on ${address}`])),
    row('API manual', `${shop}/api/v1/docs`),
    row('Outbox', smtpUrl === undefined ? `${shop}/outbox` : 'mails are sent by SMTP_URL'),
    ...(demo?.logIns ?? []).map(({ role, email, password }) =>
      row(
        role === 'admin' ? 'Admin' : 'Shopper',
        `${email.padEnd(emailWidth)}  ${password ?? '(its password is not stored here)'}`,
      ),
    ),
    ...(demo?.logIns.length ? [row('Log-ins again', 'npm run -s kindred -- demo-accounts')] : []),
    ...(databaseUrl === undefined ? [] : [row('Database', withoutLogIn(databaseUrl))]),
    row('Data folder', dataDir),
    row('Stop', 'Ctrl-C'),
  ];
}
