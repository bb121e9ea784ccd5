import { readFileSync } from 'node:fs';
import path from 'node:path';

/** English words as post-mortems and documentation of software use them; their forms are found by their ends. */
const ordinary = new Set(readFileSync(path.join(import.meta.dirname, 'ordinary-words.txt'), 'utf8').split(/\s+/));

const many = (text: string): Set<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Days, places and things of the trade that are no people and hardly customers. A new one is a word here. */
const known =
  many(`jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov
  november dec december mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday
  english german europe european america american asia africa london dublin frankfurt virginia oregon ireland
  amazon google microsoft apple linux ubuntu debian redhat windows macos android ios azure cloudflare fastly akamai github gitlab
  bitbucket jira confluence slack zoom teams pagerduty opsgenie datadog grafana prometheus alertmanager kibana elasticsearch
  opensearch logstash splunk sentry newrelic honeycomb jaeger opentelemetry kubernetes docker containerd helm terraform ansible
  puppet chef jenkins circleci argo argocd spinnaker istio envoy nginx haproxy apache traefik varnish redis memcached kafka
  zookeeper rabbitmq postgres postgresql mysql mariadb mongodb mongo cassandra dynamodb sqlite oracle snowflake bigquery spark
  airflow hadoop flink python java javascript typescript golang rust ruby rails php node nodejs react django spring kotlin swift
  scala erlang elixir lambda fargate cloudfront cloudwatch route53 vault consul nomad okta auth0 stripe paypal twilio sendgrid
  mailgun statuspage markdown cron systemd kernel gmail chrome firefox safari wifi openssl letsencrypt istiod etcd kubelet coredns
  pgbouncer debezium npm yarn pypi maven gradle webpack vite graphql grpc oauth openid saml boolean unicode bash shell ok
  grafana loki tempo mimir thanos xid todo tbd na yes black cyber outage failover rollback rollout runbook playbook postmortem
  hotfix retro oncall standby autoscaler autoscaling throttled deduplicate idempotency misconfigured mitigated triage subnet
  replicate replicas employee admin lesson foundation phishing launch hub tenant hotspot brown out am an as at be by do go he if in is it me my no of on or so to up us vs we i'd i'll i'm i've scribe things thing unfortunately
  corrective preventative preventive launch learned then lucky brownout warroom monitored denver paris berlin tokyo singapore
  sydney mumbai seoul canada france germany spain italy japan china india brazil digitalocean jfrog artifactory discord eks aks
  gitops devops jupyterhub linuxfoundation stakeholder commander everything checklist cronjob configmap namespace readonly
  backfill checkout login signup logout backend frontend dashboard latency throughput datacenter`);

const acronyms =
  many(`inc rfc cve covid aces acid acl ai alb am aml ami ams aoc apac api apm arn asap asg asn aws az bcp bgp bst bug cab capa cdc cdn ceo
  cest cet cfo ci cio ciso cli cloud cname coo cors cpo cpu crash crd cron csat csp csrf css csv cto cve dba dbs db ddos dev dm dms dns
  dora dr dss e2e ebs ec ec2 ecs edt ef efs eks elb emea eod eol eta etl eta eu faq fix ftp gb gc gcp gdpr gib gke gmt gpu ha hdd high hipaa
  hpa hq html http https hr iam ic id ide idp iops ip ipv4 ipv6 iso isp it jdk jpeg json jvm jwt k8s kb kpi kms lan lb ldap llm low ltd
  mb md md5 medium mfa mib ml mr ms mtbf mtta mttd mttf mttm mttr mvp na nat nfs nis nlb no nps ntp ok okr ooda oom os otel p0 p1 p2 p3
  p4 p50 p90 p95 p99 pci pdf pdt php pid pii pm po poc pod pr pst pto pvc qa qos qps ram rbac rca rds rdbms rest rfc ro roi rpc rpm rpo
  rps rr rto rum rw s1 s2 s3 s4 saas saml sdk sec sev sev0 sev1 sev2 sev3 sev4 sf sftp sha sha256 si sigkill sigterm sla sli slo sme
  smtp smoke sms sns sop sox sql sqs sre ssd ssh ssl sso ssrf svp tb tcp tls todo ttl tta ttd ttf ttm ttr tv uat udp ui uid uk url uri us
  usa usd eur gbp utc utf utf8 ux uuid vip vm vp vpc vpn waf wan wip www xml xss yaml zone qr q1 q2 q3 q4 fy eof eow wal fd fds gui cgroup
  oncall msk emr rc ga pst cst est hst jst ist aest vat iban pan cvv psp kyc atm pos erp crm cms spf dkim dmarc mx cidr fqdn`);

/** Ends that make one word of another: `failed`, `tries`, `running`. */
const ends: readonly (readonly [RegExp, string])[] = [
  [/(?:’|')s$/, ''],
  [/s$/, ''],
  [/es$/, ''],
  [/ies$/, 'y'],
  [/(?:ed|ing|er|ers|ly|al|ally|ion|ions|able|ment|ness|or|ors|ity|y)$/, ''],
  [/(?:ed|ing|er|ers|ion|ions|able|or|ors|ity|y)$/, 'e'],
  [/([a-z])\1(?:ed|ing|er|ers)$/, '$1'],
];
const starts = /^(?:re|un|non|pre|post|over|under|mis|de|dis|sub|auto|multi|micro|out|inter|anti|in)/;

function isForm(word: string): boolean {
  if (ordinary.has(word) || known.has(word)) return true;
  return ends.some(([end, instead]) => {
    const base = word.replace(end, instead);
    return base !== word && base.length >= 3 && (ordinary.has(base) || known.has(base));
  });
}

function isOne(word: string): boolean {
  const low = word.toLowerCase();
  if (low.length < 2 || isForm(low) || acronyms.has(low) || acronyms.has(low.replace(/s$/, ''))) return true;
  if (/^(?:[a-z]\d{1,3}|\d.*|v\d.*)$/.test(low)) return true;
  const rest = low.replace(starts, '');
  return rest !== low && rest.length >= 3 && isForm(rest);
}

function isOrdinaryWord(word: string): boolean {
  const bare = word.replace(/(?:’|')(?:s|ll|re|ve|t|d|m)?$/i, '');
  return bare.split(/[-–’'&.]/).every((part) => {
    if (isOne(part)) return true;
    const joined = part.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\d+/gu) ?? [];
    return joined.length > 1 && joined.every(isOne);
  });
}

/** The words of one document come again and again; so many answers are kept. */
const mostKept = 5000;
const kept = new Map<string, boolean>();

/** True for a word of the language or the trade, in any form or joined of such: `Rolled`, `TLS`, `CrashLoopBackOff`, `Follow-up`. */
export function isOrdinary(word: string): boolean {
  const before = kept.get(word);
  if (before !== undefined) return before;
  const answer = isOrdinaryWord(word);
  if (kept.size >= mostKept) kept.clear();
  if (word.length <= 40) kept.set(word, answer);
  return answer;
}
