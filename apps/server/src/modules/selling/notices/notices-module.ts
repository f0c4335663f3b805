import type { Module } from '../../../platform/module.ts';
import type { Notices } from './notice.ts';
import { noticeJobs, noticeSchedules } from './notice-jobs.ts';
import { noticeRoutes } from './notice-routes.ts';

export function createNoticesModule(notices: Notices): Module {
  return {
    name: 'notices',
    routes: [noticeRoutes(notices)],
    jobs: noticeJobs(notices),
    schedules: noticeSchedules,
  };
}
