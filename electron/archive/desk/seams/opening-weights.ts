/** Fitted by `test/bench/desk-openings.ts`: above 0 for the inside of a sentence, below 0 for its beginning. */
const readWeights = (rows: string): ReadonlyMap<string, number> =>
  new Map(
    rows
      .trim()
      .split(/[|\n]/u)
      .map((pair) => {
        const sign = pair.lastIndexOf('=');
        return [pair.slice(0, sign), Number(pair.slice(sign + 1))] as const;
      }),
  );

/** For sentences cut between two words. */
export const AFTER_A_WORD = readWeights(`
any=-0.24|begins 0=1.05|begins 1=0.14|begins 2=0.25|begins 3=0.81|begins 4=1.05|ends 0=-0.34|ends 1=0.21
ends 2=0.52|ends 3=0.74|ends 4=1.75|first +2b=-0.06|first +2c=-0.38|first +2d=0.39|first +2i=-0.13
first +2l=-0.91|first +2m=0.08|first +2n=-0.33|first +2nr=0.33|first +2ns=-0.66|first +2nt=-0.39
first +2nz=0.24|first +2q=0.19|first +2s=0.18|first +2t=-0.19|first +2v=-0.71|first 1a=-0.67|first 1b=0.46
first 1c=0.57|first 1f=0.42|first 1g=-0.67|first 1j=0.1|first 1k=0.35|first 1m=1.28|first 1n=0.19
first 1ng=1.41|first 1nr=-0.98|first 1ns=0.8|first 1nz=-0.38|first 1p=0.1|first 1q=1.21|first 1r=-1.81
first 1t=0.31|first 1tg=0.1|first 1u=-0.21|first 1ud=0.49|first 1ug=0.2|first 1uj=1.27|first 1ul=1.05
first 1uv=-0.59|first 1uz=0.37|first 1vn=0.49|first 1zg=0.4|first 2a=-0.43|first 2ad=0.23|first 2b=0.47
first 2c=-0.81|first 2d=0.44|first 2df=0.05|first 2f=0.15|first 2j=0.53|first 2m=0.2|first 2mq=0.27
first 2n=-0.18|first 2nr=-0.32|first 2ns=-0.08|first 2nz=-1.15|first 2p=-0.88|first 2q=0.69|first 2r=-0.5
first 2s=-0.2|first 2t=-1.9|first 2v=0.16|first 2vn=-0.18|first 2z=-0.28|letter=1.19|mark 、1=0.37
mark 、13=-1.05|mark 、2=-1.37|mark 、20=-0.51|mark 、3=0.54|mark 、5=0.06|mark 、8=-0.12|mark 。1=0.58|mark 。13=1.35
mark 。2=1.07|mark 。20=0.3|mark 。3=2.02|mark 。5=1.05|mark 。8=0.85|mark ！3=0.07|mark ，1=1.25|mark ，13=-0.93
mark ，2=0.52|mark ，20=-1.22|mark ，3=-1.09|mark ，5=-0.86|mark ，8=-0.62|mark ：1=0.14|mark ：13=-1.02
mark ：2=-1.64|mark ：3=-1.62|mark ：5=0.81|mark ：8=-0.97|mark ；1=0.2|mark ；13=0.71|mark ；2=0.24|mark ；20=0.24
mark ；3=0.16|mark ；5=0.8|mark ；8=0.54|mark ？13=0.07|mark ？3=-0.25|mark ？8=-0.33|number=0.44|number %=0.9
number date=-1.47|number other=1|quotation=-2.06|second =0.4|second 1a=-0.57|second 1ag=-0.36|second 1b=-0.47
second 1c=1.3|second 1d=-0.38|second 1f=-0.68|second 1k=-0.23|second 1n=-0.15|second 1ng=-0.4|second 1nr=-0.31
second 1ns=-0.67|second 1nz=-0.1|second 1p=-0.29|second 1q=-0.27|second 1r=0.16|second 1t=-0.78
second 1tg=-0.18|second 1u=0.73|second 1ud=-0.34|second 1uj=0.1|second 1ul=0.29|second 1uv=0.09
second 1uz=0.83|second 1vg=0.14|second 1vn=-0.85|second 1zg=0.33|second 2a=-0.89|second 2ad=0.06
second 2an=0.24|second 2b=0.38|second 2c=-0.82|second 2d=0.32|second 2f=-0.22|second 2i=0.09|second 2l=-0.19
second 2m=0.45|second 2mq=0.05|second 2n=0.34|second 2nr=-0.12|second 2ns=-0.37|second 2nt=-0.31
second 2nz=0.09|second 2p=0.13|second 2q=0.44|second 2r=-0.73|second 2s=0.26|second 2t=-0.82|second 2u=-0.12
second 2v=0.23|second 2vd=-0.25|second 2vn=0.58|second 2z=0.12|share -12=-0.12|share -14=-0.07|share -16=-0.18
share -6=0.52|share -8=-0.21|third =0.32|third a=-0.61|third ad=-0.15|third an=-0.22|third b=0.28|third d=-0.3
third f=0.21|third i=-0.29|third j=0.56|third k=-0.3|third l=-0.75|third m=0.39|third n=0.16|third ng=-1.05
third nr=-0.59|third ns=-0.37|third nt=-0.54|third nz=-0.49|third q=0.79|third r=-0.16|third s=0.05
third t=-0.31|third tg=-0.43|third u=0.05|third ug=-0.29|third uj=-0.47|third ul=0.1|third uv=-0.22
third uz=0.43|third v=0.05|third vn=0.26|third zg=-0.2|two a =0.76|two a a=-1.39|two a c=0.2|two a d=0.11
two a f=-0.49|two a m=0.06|two a n=-0.16|two a p=-0.62|two a r=0.29|two a t=-0.24|two a u=-0.28|two a v=0.22
two b =0.38|two b a=0.13|two b c=0.09|two b m=0.11|two b n=-0.33|two b v=0.38|two c =-1.14|two c a=0.29
two c c=-0.12|two c l=-0.24|two c m=0.19|two c n=0.41|two c p=0.34|two c r=0.16|two c t=-0.46|two c v=-0.38
two d =0.36|two d a=-0.65|two d d=-0.06|two d m=0.41|two d n=0.66|two d p=0.88|two d r=-0.85|two d u=-0.24
two d v=-0.25|two d z=0.14|two f =-0.39|two f d=0.1|two f f=0.12|two f m=-0.96|two f n=-0.67|two f p=0.2
two f r=0.14|two f u=0.76|two f v=0.77|two g q=-0.67|two i =-0.57|two i d=0.1|two i f=-0.25|two i q=0.43
two j =0.13|two j m=0.07|two j n=0.26|two j v=0.13|two k n=0.06|two k r=0.07|two k v=0.07|two l =-0.83
two l c=-0.08|two l d=-0.19|two l n=0.29|two l p=-0.18|two l v=-0.14|two m =0.99|two m a=0.59|two m d=0.17
two m f=-0.73|two m j=0.36|two m m=0.74|two m p=0.52|two m q=0.55|two m r=-0.3|two m t=-0.78|two m u=-0.4
two m z=0.19|two n =1.03|two n a=0.09|two n b=-0.27|two n c=0.34|two n f=0.58|two n i=-0.14|two n j=-0.07
two n k=-0.23|two n l=-0.47|two n m=-0.69|two n n=-0.58|two n p=-0.61|two n q=-0.16|two n r=-0.2|two n s=-0.09
two n t=0.29|two n u=0.29|two n v=-0.38|two n z=-0.61|two p =-0.9|two p a=-0.43|two p d=0.3|two p l=-0.2
two p m=0.09|two p n=-1.2|two p p=0.21|two p q=-0.29|two p r=0.49|two p s=0.2|two p t=0.34|two p u=0.3
two p v=-0.43|two p z=0.28|two q =0.34|two q a=0.26|two q d=-1.21|two q f=0.35|two q n=0.71|two q r=0.07
two q t=0.2|two q u=0.37|two q v=0.57|two r =-0.43|two r a=0.14|two r b=0.09|two r c=-0.41|two r d=-0.13
two r f=0.08|two r m=-0.38|two r n=-0.64|two r p=-0.55|two r q=0.07|two r r=0.12|two r t=-0.34|two r u=0.68
two r v=-1.23|two r z=-0.2|two s =0.32|two s c=0.08|two s l=0.17|two s m=0.23|two s n=-0.18|two s p=-0.25
two s r=-0.23|two s t=-0.16|two s u=-0.12|two s v=-0.29|two single=0.09|two t =-1.88|two t a=-0.1|two t c=0.08
two t d=0.43|two t f=-0.12|two t i=0.11|two t j=-0.09|two t m=-1.03|two t p=-0.12|two t r=-0.31|two t s=-0.23
two t t=-0.51|two t u=0.51|two t v=0.63|two u =0.11|two u a=-0.65|two u d=0.25|two u f=0.09|two u m=0.7
two u n=1.03|two u r=-0.1|two u v=0.86|two v =1.39|two v a=-0.28|two v c=-0.44|two v d=-0.72|two v f=-1.06
two v j=0.26|two v l=0.27|two v m=0.49|two v n=0.14|two v p=-0.34|two v q=-0.12|two v r=-0.61|two v t=-0.61
two v u=-0.51|two v v=0.4|two v z=0.28|two z =0.23|two z a=0.1|two z c=0.11|two z d=0.12|two z j=-0.6
two z m=0.21|two z n=-0.65|two z q=0.13|two z r=0.13|two z s=0.12|two z t=0.08|two z u=0.36|two z v=-0.97
verb 2=-0.07|verb 3=-0.28|verb 4=-0.29|verbs 1=0.07|verbs 2=-0.38|words before a mark 1=0.17
words before a mark 2=-0.07|words before a mark 3=-0.24
`);

/** For sentences cut behind a comma or another mark that leads on. */
export const AFTER_A_MARK = readWeights(`
any=-0.13|begins 0=0.46|begins 1=-0.07|begins 2=-0.21|begins 3=-0.34|ends 0=-0.18|ends 1=0.79|ends 2=0.11
ends 4=-0.29|first +2b=-0.81|first +2c=-0.21|first +2d=0.39|first +2i=0.46|first +2j=0.65|first +2l=-0.56
first +2m=0.29|first +2mq=0.89|first +2n=0.24|first +2nr=-0.46|first +2ns=-0.32|first +2nt=-0.2|first +2nz=0.5
first +2t=0.83|first +2v=0.23|first +2z=0.28|first 1a=-0.55|first 1b=0.25|first 1c=1.02|first 1d=0.93
first 1f=-0.07|first 1g=-0.59|first 1m=0.56|first 1n=-0.88|first 1nr=-0.73|first 1ns=0.3|first 1nz=0.77
first 1p=0.27|first 1q=-0.54|first 1r=-0.15|first 1u=0.89|first 1uv=-0.45|first 1v=-0.32|first 1vn=0.76
first 1zg=-1.02|first 2a=0.05|first 2ad=0.42|first 2b=0.91|first 2c=-0.18|first 2d=0.39|first 2f=0.84
first 2j=1.27|first 2n=-0.21|first 2nr=-0.74|first 2ns=-0.44|first 2nz=-0.54|first 2p=-0.85|first 2r=0.41
first 2s=0.14|first 2t=-1.12|first 2v=0.27|first 2vn=-0.78|first 2z=-0.19|mark 、13=-0.73|mark 、2=0.65
mark 、20=0.5|mark 、3=0.88|mark 、5=0.61|mark 、8=0.44|mark 。13=1.8|mark 。2=0.21|mark 。20=1.48|mark 。3=0.18
mark 。5=0.69|mark 。8=1.06|mark ！5=1.08|mark ，13=-0.98|mark ，2=-0.56|mark ，20=-0.47|mark ，3=-1.62|mark ，5=-0.99
mark ，8=-0.66|mark ：13=-1.36|mark ：2=-1.67|mark ：20=-0.52|mark ：3=-1.75|mark ：5=0.42|mark ：8=-0.47
mark ；13=0.57|mark ；2=0.16|mark ；20=0.07|mark ；5=0.8|mark ；8=1.25|mark ？13=0.86|mark ？3=-0.29|mark ？5=-0.55
mark ？8=-0.67|number=-0.42|number date=-0.49|quotation=-0.13|second 1a=-0.39|second 1ag=-0.47|second 1b=-0.6
second 1c=1.22|second 1d=-0.08|second 1f=-0.68|second 1j=0.46|second 1k=-0.49|second 1m=0.46|second 1n=0.46
second 1ng=-0.76|second 1nr=-0.99|second 1ns=-1.23|second 1nz=-0.35|second 1p=-0.27|second 1q=-0.68
second 1r=-0.2|second 1tg=-0.26|second 1u=0.83|second 1ud=0.63|second 1uj=-1.02|second 1ul=0.37
second 1uv=0.91|second 1uz=1.5|second 1v=0.28|second 1vn=-0.81|second 1zg=0.77|second 2a=0.19|second 2ad=-0.36
second 2b=0.4|second 2c=-0.57|second 2d=0.41|second 2df=0.23|second 2f=-0.62|second 2i=0.07|second 2j=-0.08
second 2l=0.69|second 2m=0.58|second 2mq=0.31|second 2n=0.36|second 2nr=-0.34|second 2ns=-0.12
second 2nt=-0.65|second 2nz=-0.23|second 2p=0.49|second 2q=0.33|second 2r=-0.71|second 2s=-0.22|second 2t=-0.5
second 2u=-0.27|second 2v=-0.06|second 2vd=-0.08|second 2vn=0.55|share -12=-0.32|share -14=0.27
share -16=-0.16|share -8=0.19|third a=0.08|third ad=-0.39|third an=-0.32|third b=0.4|third c=0.3|third d=0.21
third f=-0.06|third i=0.23|third j=0.2|third k=-0.33|third l=-0.24|third m=0.3|third mq=0.16|third n=0.21
third ng=-0.68|third nr=-1.39|third ns=-0.06|third nt=-0.75|third nz=-0.72|third p=0.28|third q=-0.14
third r=-0.52|third s=-0.1|third t=-0.23|third tg=-0.98|third u=1.41|third ud=0.11|third ug=-0.13
third uj=-0.88|third ul=0.21|third uv=0.65|third uz=0.23|third v=0.37|third vn=0.22|third z=0.31
third zg=-0.36|two a =0.24|two a a=-0.53|two a d=0.42|two a f=-0.46|two a m=0.07|two a n=-0.43|two a p=-0.62
two a r=0.07|two a t=0.4|two a u=-0.17|two a v=0.53|two b n=-0.43|two b u=0.53|two b v=0.25|two c =-0.64
two c c=-0.42|two c d=0.76|two c l=-0.24|two c m=-0.14|two c n=0.96|two c p=0.61|two c r=0.35|two c t=-0.58
two c v=-0.4|two d a=-0.43|two d c=-0.32|two d d=-0.33|two d f=0.55|two d j=0.07|two d m=0.69|two d n=0.63
two d p=1.55|two d r=-1.33|two d u=0.41|two d v=-0.23|two d z=0.29|two f =-0.63|two f d=0.21|two f m=-0.14
two f n=-1.21|two f r=0.35|two f t=0.3|two f u=1.12|two f v=0.45|two g q=-0.59|two i =0.28|two i f=-0.29
two i n=0.17|two i v=0.18|two j =0.21|two j j=0.65|two j m=0.34|two j v=0.57|two l =-0.75|two l c=-0.17
two l d=-0.1|two l n=-0.19|two l p=-0.24|two l r=0.2|two l v=0.3|two m =1.33|two m a=0.29|two m c=0.22
two m d=0.21|two m f=-1.18|two m l=0.33|two m m=0.76|two m n=0.11|two m p=0.75|two m q=0.67|two m r=-0.13
two m t=-0.7|two m u=-1.25|two m v=-0.47|two m z=0.36|two n =1.04|two n a=0.54|two n b=-1.17|two n c=0.26
two n d=-0.66|two n f=0.15|two n j=0.07|two n k=-0.49|two n l=-0.54|two n m=0.16|two n n=-0.81|two n p=-0.91
two n q=-0.32|two n r=0.47|two n s=0.45|two n t=-0.1|two n u=0.33|two n v=-0.52|two n z=-1.12|two p =-0.86
two p a=-0.49|two p d=0.35|two p f=0.47|two p j=0.39|two p l=-0.44|two p m=0.19|two p n=-0.32|two p q=-0.53
two p r=0.17|two p s=-0.4|two p t=0.27|two p u=0.45|two q d=-0.54|two r b=0.34|two r c=0.64|two r d=0.26
two r f=-0.45|two r m=-0.27|two r n=-0.54|two r p=-0.51|two r q=0.28|two r r=0.15|two r s=0.26|two r t=0.33
two r u=0.73|two r v=-1.06|two r z=0.11|two s a=0.23|two s d=0.43|two s p=-0.66|two s r=-0.43|two s t=-0.33
two s u=0.47|two s v=0.1|two single=0.11|two t =-1.78|two t a=-0.36|two t c=0.8|two t d=0.59|two t f=-0.49
two t j=-0.23|two t l=1.06|two t m=-1.12|two t n=0.38|two t p=0.7|two t r=-0.47|two t s=-0.64|two t t=-0.65
two t u=-0.36|two t v=1.22|two t z=0.18|two u a=-0.45|two u n=0.19|two u v=0.64|two v =1.23|two v a=-0.1
two v b=0.58|two v c=-0.63|two v d=-1.33|two v f=-0.11|two v j=-0.35|two v l=0.32|two v m=0.65|two v n=0.14
two v p=-0.67|two v q=-0.07|two v r=-0.85|two v s=-0.05|two v t=-0.17|two v u=-0.06|two v z=0.23|two z =0.28
two z j=-0.44|two z v=-1.34|two z z=0.46|verb -1=0.12|verb 1=0.13|verb 2=-0.2|verb 3=-0.3|verb 4=-0.09
verbs 0=0.12|verbs 1=0.17|verbs 2=-0.11|words before a mark 0=-1.04|words before a mark 1=-0.07
words before a mark 2=-0.21|words before a mark 3=0.24
`);
