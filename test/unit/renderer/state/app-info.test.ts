// What main says about itself: asked once, and again for as long as it does not answer.
import { describe, expect, it, vi } from 'vitest';
import { createAppInfo } from '../../../../renderer/state/app-info.ts';

const info = {
  version: '1.2.3',
  platform: 'linux',
  locale: 'es-ES',
  profile: '/profile',
  runtime: 'Electron 1',
  keychain: 'available' as const,
};

describe('the question what main is', () => {
  it('is asked once when it is answered', async () => {
    const ask = vi.fn().mockResolvedValue(info);
    const later = vi.fn();
    const appInfo = createAppInfo({ ask }, later);
    expect(appInfo.store.getState().info).toBeNull();
    appInfo.start();
    await vi.waitFor(() => expect(appInfo.store.getState().info).toEqual(info));
    expect(ask).toHaveBeenCalledExactlyOnceWith('app.info');
    expect(later).not.toHaveBeenCalled();
  });

  it('is asked again after every failure, until the answer comes', async () => {
    const ask = vi.fn().mockRejectedValueOnce(new Error('gone')).mockRejectedValueOnce(new Error('gone'));
    ask.mockResolvedValue(info);
    const appInfo = createAppInfo({ ask }, (then) => then());
    appInfo.start();
    await vi.waitFor(() => expect(appInfo.store.getState().info).toEqual(info));
    expect(ask).toHaveBeenCalledTimes(3);
  });
});
