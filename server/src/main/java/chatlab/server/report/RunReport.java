package chatlab.server.report;

/** One run as all outputs show it. */
record RunReport(
        int number,
        AttendanceList attendance,
        HandList hands,
        PollList polls,
        PredictionList predictions,
        ProgressList progress) {
    static RunReport of(ReportedRun run, Disguise disguise, ReportTimes times) {
        AttendanceList attendance = new AttendanceList(run, disguise, times);
        return new RunReport(
                run.number(),
                attendance,
                new HandList(run.inClass().hands(), attendance.begin(), disguise, times),
                new PollList(run.inClass().polls(), attendance.begin(), times),
                new PredictionList(run.inClass().course(), attendance.begin(), times),
                new ProgressList(run.inClass().course(), attendance.begin(), disguise, times));
    }
}
