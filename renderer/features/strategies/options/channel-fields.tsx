// What each channel has of its own: format, rate and, in a RAC, its instance.
import type { ChannelOptions } from '../../../../shared/domain/strategy/options.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { Switch } from '../../../ui/inputs.tsx';
import { OptionalText } from './fields.tsx';
import type { OptionPart } from './option-part.ts';

const PLAIN: ChannelOptions = { format: null, rate: null, connect: null };

export function ChannelFields({ spec, change, problem }: OptionPart) {
  const { t } = useText();
  const { channels, perChannel } = spec;
  const count = Number.isInteger(channels) ? Math.min(Math.max(channels, perChannel.length), 32) : perChannel.length;
  const set = (at: number, part: Partial<ChannelOptions>): void => {
    const length = Math.max(perChannel.length, at + 1);
    const filled = Array.from({ length }, (_, index) => perChannel[index] ?? PLAIN);
    change({ perChannel: filled.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  };
  return (
    <>
      <Switch
        label={t('options.perChannel')}
        hint={t('options.perChannelHint')}
        checked={perChannel.length > 0}
        onChange={(on) => change({ perChannel: on ? [PLAIN] : [] })}
      />
      {perChannel.length > 0 &&
        Array.from({ length: count }, (_, at) => perChannel[at] ?? PLAIN).map((own, at) => (
          <div key={at} className="field-columns indented">
            <OptionalText
              label={t('options.channelFormat', { name: `c${at + 1}` })}
              value={own.format}
              problem={problem(`perChannel.${at}.format`)}
              onChange={(format) => set(at, { format })}
            />
            <OptionalText
              capitals
              label={t('options.channelRate', { name: `c${at + 1}` })}
              hint={at === 0 ? t('options.channelRateHint') : undefined}
              value={own.rate}
              problem={problem(`perChannel.${at}.rate`)}
              onChange={(rate) => set(at, { rate })}
            />
            <OptionalText
              label={t('options.channelConnect', { name: `c${at + 1}` })}
              hint={at === 0 ? t('options.channelConnectHint') : undefined}
              value={own.connect}
              problem={problem(`perChannel.${at}.connect`)}
              onChange={(connect) => set(at, { connect })}
            />
          </div>
        ))}
    </>
  );
}
