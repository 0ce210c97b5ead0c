import { Duration } from 'aws-cdk-lib/core';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { RestApiOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../shared/acknowledge.ts';
import { PublishedFiles } from '../shared/published-files.ts';
import { StrataBucket } from '../shared/strata-bucket.ts';
import { strataStackOf } from '../shared/strata-stack.ts';

export interface ConsoleSiteProps {
  readonly api: RestApi;
  /** `https://…` outside the site that the console sends files to. */
  readonly uploadsTo: string;
}

/** The console's files and the API under one domain, so that no browser needs CORS. */
export class ConsoleSite extends Construct {
  readonly bucket: Bucket;
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: ConsoleSiteProps) {
    super(scope, id);
    // Public files: an own key would need the distribution in its policy, which lies above it.
    this.bucket = new StrataBucket(this, 'Console', {
      encryption: BucketEncryption.S3_MANAGED,
      encryptionKey: undefined,
      bucketKeyEnabled: undefined,
    });
    PublishedFiles.admit(this.bucket);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Strata console, ${strataStackOf(this).profile.env}`,
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      enableLogging: true,
      logBucket: strataStackOf(this).foundation.accessLogs,
      logFilePrefix: 'cloudfront/',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: this.securityHeaders(props.uploadsTo),
        compress: true,
      },
      additionalBehaviors: {
        '/api/*': {
          origin: new RestApiOrigin(props.api, { readTimeout: Duration.seconds(60) }),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          compress: false,
        },
      },
    });
    acknowledge(this.distribution, {
      'AwsSolutions-CFR4':
        'Without a domain of the operator the distribution uses the certificate of cloudfront.net, whose protocol floor CloudFront sets itself; viewers are redirected to HTTPS.',
      'AwsSolutions-CFR1':
        'Clients and their staff sit in several countries; who may use the product is decided by sign-in with a second factor, not by the country of an address.',
      'AwsSolutions-CFR2':
        'The site is static and holds nothing secret; the API behind it, which does work and costs money, has its own web ACL where network.webAcl is on, and quotas everywhere.',
    });
  }

  get url(): string {
    return `https://${this.distribution.distributionDomainName}`;
  }

  private securityHeaders(uploadsTo: string): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      comment: 'Strata console',
      securityHeadersBehavior: {
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: true,
          override: true,
        },
        contentSecurityPolicy: {
          override: true,
          contentSecurityPolicy: [
            "default-src 'self'",
            // The page's icon is an empty data URL.
            "img-src 'self' data:",
            `connect-src 'self' https://*.amazoncognito.com ${uploadsTo}`,
            "frame-ancestors 'none'",
            "base-uri 'none'",
          ].join('; '),
        },
      },
    });
  }
}
