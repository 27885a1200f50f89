-- One open row an issue, so that a storm of the same failure is one line with a count.
create unique index worker_issues_open_idx on worker_issues (worker_name, issue_type) where not resolved;
