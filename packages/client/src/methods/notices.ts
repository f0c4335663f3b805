import { type Api, part } from '../api.ts';
import type { NewNotice, Notice, NoticeEnd, NoticeList, NoticeReceipt } from '../contracts.ts';

/** Mails about one product, on request. */
export function noticeMethods({ get, send }: Api) {
  return {
    askForNotice: (productId: number, notice: NewNotice) =>
      send<NoticeReceipt>('POST', `/products/${productId}/notices`, notice),
    ownNotices: () => get<NoticeList>('/me/notices'),
    endOwnNotice: (noticeId: string) => send<void>('DELETE', `/me/notices/${part(noticeId)}`),
    confirmNotice: (token: string) => send<Notice>('POST', '/notices/confirm', { token }),
    /** Returns the notices of the mailbox that received this token. */
    mailedNotices: (token: string) => get<NoticeList>('/notices', { token }),
    endMailedNotices: (end: NoticeEnd) => send<void>('POST', '/notices/end', end),
  };
}
