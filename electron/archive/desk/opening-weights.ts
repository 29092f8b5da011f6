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
any=-0.21|begins 0=1.34|begins 1=0.41|begins 2=0.11|begins 3=0.92|begins 4=0.7|ends 0=-0.36|ends 1=0.34
ends 2=0.59|ends 3=0.73|ends 4=1.86|first +2c=-0.37|first +2j=0.22|first +2l=-1.1|first +2m=-0.24
first +2n=-0.15|first +2nr=-0.07|first +2ns=-0.24|first +2nt=-0.25|first +2s=0.07|first +2t=-0.18
first +2v=0.09|first 1a=-0.15|first 1c=0.5|first 1d=0.05|first 1f=0.38|first 1g=-0.65|first 1j=0.19
first 1k=0.15|first 1m=1.57|first 1n=0.28|first 1ng=0.84|first 1nr=-1.11|first 1ns=0.28|first 1nz=-0.45
first 1p=-0.32|first 1q=0.89|first 1r=-1.45|first 1t=0.2|first 1tg=0.06|first 1ud=0.19|first 1ug=0.2
first 1uj=1.07|first 1ul=0.83|first 1uv=0.13|first 1uz=0.41|first 1vn=0.49|first 1zg=0.3|first 2a=-0.13
first 2b=-0.08|first 2c=-0.73|first 2d=0.22|first 2f=0.57|first 2j=0.12|first 2m=0.4|first 2mq=0.07
first 2nr=-0.38|first 2ns=-0.22|first 2nz=-1.53|first 2p=-0.55|first 2q=0.59|first 2r=-0.68|first 2t=-1.79
first 2u=0.09|first 2v=0.17|first 2vn=-0.31|first 2z=-0.26|letter=1.17|mark 、1=0.21|mark 、13=-0.82
mark 、2=-1.47|mark 、20=-0.41|mark 、3=0.11|mark 、5=-0.08|mark 、8=-0.09|mark 。1=0.3|mark 。13=1.09|mark 。2=0.62
mark 。20=0.57|mark 。3=1.54|mark 。5=1.07|mark 。8=1.09|mark ，1=0.92|mark ，13=-0.93|mark ，2=0.35|mark ，20=-0.71
mark ，3=-0.93|mark ，5=-0.89|mark ，8=-0.83|mark ：13=-0.55|mark ：2=-1.19|mark ：20=-0.06|mark ：3=-0.49
mark ：5=0.4|mark ：8=-0.23|mark ；13=0.27|mark ；2=0.1|mark ；20=0.2|mark ；5=0.31|mark ；8=0.53|mark ？13=0.44
mark ？3=-0.26|mark ？5=-0.26|mark ？8=-0.28|number=0.7|number %=0.69|number date=-1.48|number other=1.42
quotation=-1.9|second =0.42|second 1a=-0.36|second 1b=-0.44|second 1c=1.1|second 1d=-0.44|second 1f=-0.7
second 1j=0.14|second 1k=0.17|second 1m=0.05|second 1ng=-0.21|second 1nr=-0.7|second 1ns=-0.24
second 1nz=-0.06|second 1p=-0.2|second 1q=-0.25|second 1r=0.07|second 1u=0.67|second 1ud=0.18|second 1ug=0.07
second 1uj=-0.27|second 1ul=0.62|second 1uv=0.24|second 1uz=0.59|second 1vn=-1|second 1zg=0.31|second 2a=0.05
second 2ad=-0.21|second 2c=-0.59|second 2d=0.22|second 2f=-0.6|second 2j=-0.08|second 2l=-0.2|second 2m=0.36
second 2mq=0.11|second 2n=0.39|second 2nr=-0.28|second 2ns=-0.62|second 2nt=-0.5|second 2nz=0.11
second 2q=0.17|second 2r=-0.78|second 2s=0.41|second 2t=-0.69|second 2u=-0.27|second 2v=0.12|second 2vd=-0.3
second 2vn=0.21|second 2z=0.2|share -16=-0.14|share -6=0.36|share -8=-0.2|third =0.3|third a=-0.56
third ad=-0.07|third an=-0.17|third b=0.11|third c=-0.1|third d=-0.17|third df=0.06|third i=-0.18|third j=0.37
third k=-0.32|third l=-0.28|third m=0.31|third mq=0.08|third n=0.15|third ng=-0.73|third nr=-0.38
third ns=-0.27|third nz=-0.53|third p=-0.1|third q=0.65|third r=-0.09|third s=0.36|third t=-0.67|third u=0.26
third ud=0.11|third ug=-0.17|third uj=-0.78|third ul=-0.61|third uv=0.27|third vn=0.14|third z=0.41
two a =0.38|two a a=0.09|two a d=0.29|two a f=-0.39|two a j=0.18|two a n=-0.67|two a q=0.2|two a t=-0.35
two a u=-0.38|two a v=-0.17|two b n=-0.29|two b v=0.2|two c =-1.23|two c a=0.17|two c l=-0.23|two c m=-0.16
two c n=0.45|two c p=0.16|two c r=0.22|two c u=0.16|two c v=-0.41|two d =0.19|two d a=-0.93|two d d=-0.19
two d m=0.32|two d n=0.3|two d p=0.65|two d r=-0.91|two d t=0.12|two d u=-0.14|two d z=0.32|two f =0.26
two f c=0.29|two f d=0.12|two f f=0.05|two f m=-0.61|two f n=-0.43|two f u=0.41|two f v=0.5|two g q=-0.65
two i d=0.17|two i f=-0.25|two j m=0.1|two j n=0.28|two j v=0.11|two k n=0.07|two l =-0.78|two l n=0.1
two l p=-0.18|two l u=-0.23|two l v=-0.18|two m =0.81|two m a=0.25|two m d=0.53|two m f=-1.33|two m i=0.07
two m m=0.48|two m n=-0.26|two m p=0.38|two m q=1.26|two m r=-0.18|two m t=-0.61|two m u=0.22|two m v=-0.26
two m z=0.35|two n =0.97|two n a=0.06|two n b=-0.26|two n c=-0.35|two n d=-0.55|two n f=0.33|two n i=-0.28
two n j=-0.13|two n l=-0.46|two n m=-0.39|two n n=-0.68|two n p=-1.11|two n q=-0.18|two n r=-0.11|two n s=0.16
two n t=0.62|two n u=0.34|two n v=-0.26|two n z=-0.65|two p =-0.28|two p a=-0.74|two p d=0.08|two p f=0.16
two p j=0.21|two p l=-0.21|two p m=-0.12|two p n=-0.92|two p p=0.1|two p q=-0.29|two p r=0.51|two p s=-0.1
two p t=0.06|two p u=0.37|two p v=-0.36|two p z=0.05|two q =0.14|two q a=0.24|two q d=-0.82|two q f=0.5
two q m=0.08|two q n=0.41|two q t=0.08|two q u=0.07|two q v=0.31|two r =-0.56|two r d=-0.35|two r l=0.11
two r m=-0.08|two r n=-0.73|two r p=-0.3|two r q=-0.18|two r r=0.19|two r t=-0.3|two r u=0.64|two r v=-1.05
two s =0.18|two s l=0.16|two s m=0.15|two s n=0.19|two s p=-0.32|two s r=-0.29|two s t=-0.23|two s u=0.13
two s v=-0.28|two single=0.26|two t =-1.97|two t a=-0.13|two t d=0.35|two t f=-0.26|two t j=-0.08|two t m=-0.8
two t n=0.05|two t p=0.27|two t r=-0.43|two t t=-0.4|two t u=0.47|two t v=0.7|two u =0.11|two u a=0.13
two u d=0.08|two u m=0.4|two u n=0.85|two u p=0.06|two u r=0.14|two u s=0.13|two u t=0.2|two u v=0.56
two v =1.54|two v b=-0.24|two v c=-0.08|two v d=-0.55|two v f=-0.44|two v i=0.1|two v k=0.13|two v l=0.17
two v m=0.62|two v n=0.07|two v p=-0.23|two v q=-0.48|two v r=-0.36|two v t=-0.31|two v u=-0.71|two v v=0.09
two v z=0.27|two z =0.1|two z c=0.42|two z d=0.09|two z j=-0.31|two z m=0.05|two z n=-0.44|two z r=0.06
two z u=0.28|two z v=-0.63|verb -1=0.09|verb 0=0.21|verb 2=-0.17|verb 3=-0.23|verb 4=-0.72|verbs 0=0.09
verbs 1=-0.1|verbs 2=-0.34|words before a mark 0=-0.05|words before a mark 2=-0.1|words before a mark 3=-0.17
`);

/** For sentences cut behind a comma or another mark that leads on. */
export const AFTER_A_MARK = readWeights(`
any=-0.14|begins 0=0.31|begins 1=-0.19|begins 2=-0.19|begins 3=-0.24|begins 4=0.08|ends 0=-0.12|ends 1=0.41
ends 2=-0.4|ends 3=0.3|ends 4=-0.3|first +2b=0.32|first +2c=-0.22|first +2d=0.44|first +2i=0.26|first +2l=-0.2
first +2m=-0.2|first +2mq=0.75|first +2n=-0.17|first +2nr=-0.56|first +2ns=-0.34|first +2nt=-0.42
first +2nz=0.41|first +2t=0.32|first +2v=0.6|first +2z=0.23|first 1a=0.27|first 1c=0.76|first 1d=0.2
first 1f=-0.05|first 1g=-0.62|first 1m=0.57|first 1n=-1.13|first 1nr=-0.77|first 1ns=0.29|first 1nz=-0.11
first 1p=-0.12|first 1q=-0.25|first 1r=-0.23|first 1t=0.08|first 1u=0.8|first 1v=0.05|first 1vg=0.05
first 1vn=0.48|first 1zg=-0.37|first 2a=0.96|first 2b=-0.6|first 2c=-0.26|first 2d=0.33|first 2df=0.21
first 2f=0.54|first 2j=0.93|first 2n=0.06|first 2nr=0.63|first 2ns=-0.4|first 2nz=-1|first 2p=-0.43
first 2r=0.55|first 2s=-0.05|first 2t=-1.16|first 2v=0.16|first 2vn=-0.64|first 2z=-0.4|mark 、13=-0.48
mark 、2=-0.14|mark 、20=0.14|mark 、3=0.92|mark 、5=0.93|mark 、8=0.24|mark 。13=1.43|mark 。20=1.48|mark 。3=0.44
mark 。5=0.42|mark 。8=1.15|mark ！5=0.87|mark ，13=-0.91|mark ，2=-0.36|mark ，20=-0.53|mark ，3=-1.67|mark ，5=-1.22
mark ，8=-0.84|mark ：1=0.1|mark ：13=-0.11|mark ：2=-1.17|mark ：20=-0.17|mark ：3=-0.56|mark ：8=-0.36
mark ；13=0.67|mark ；20=0.22|mark ；5=0.61|mark ；8=0.94|mark ？13=0.76|mark ？3=-0.44|mark ？5=-0.43|mark ？8=-0.54
number=-0.28|number date=-0.33|quotation=-0.43|second =0.31|second 1a=-0.84|second 1b=-0.29|second 1c=1.08
second 1d=0.06|second 1f=-0.17|second 1j=0.31|second 1k=-0.18|second 1m=0.41|second 1n=0.45|second 1ng=-0.23
second 1nr=-1.22|second 1ns=-0.27|second 1nz=-0.15|second 1q=-0.8|second 1r=-0.43|second 1t=0.48
second 1u=0.93|second 1ud=0.52|second 1uj=-1.82|second 1ul=0.79|second 1uv=0.32|second 1uz=1.01|second 1v=0.37
second 1vn=-1.11|second 1zg=0.67|second 2a=0.71|second 2ad=-0.63|second 2b=0.06|second 2c=0.07|second 2d=0.4
second 2f=-1|second 2i=-0.25|second 2j=-0.11|second 2l=0.44|second 2m=0.32|second 2mq=0.38|second 2n=0.35
second 2nr=-0.16|second 2ns=-0.75|second 2nt=-0.17|second 2nz=0.1|second 2p=0.26|second 2r=-0.97
second 2s=-0.24|second 2t=-0.35|second 2u=0.34|second 2vd=0.24|second 2vn=0.45|share -12=-0.19|share -14=0.49
share -16=0.24|share -6=0.16|share -8=-0.15|third =0.33|third ad=-0.5|third an=-0.29|third b=0.49|third c=0.26
third d=0.34|third f=-0.53|third i=-0.21|third j=-0.27|third k=-0.38|third l=0.41|third m=0.21|third mq=0.21
third n=0.36|third ng=-0.84|third nr=-0.7|third ns=-0.11|third nt=-0.14|third nz=-0.53|third p=0.34
third q=0.05|third r=-0.71|third s=-0.48|third t=-0.31|third u=0.08|third ud=0.14|third ug=-0.2|third uj=-0.98
third ul=0.07|third uv=0.26|third uz=0.07|third v=0.44|third vn=0.57|third z=0.45|third zg=-0.52|two a =0.12
two a f=-0.37|two a m=0.28|two a n=-0.34|two a p=0.49|two a r=0.18|two a t=0.39|two a u=-0.06|two a v=0.22
two b n=-0.43|two b u=0.16|two c =-0.72|two c a=0.1|two c d=0.18|two c l=-0.35|two c m=-0.16|two c n=0.65
two c p=0.31|two c r=0.58|two c v=-0.64|two d a=-0.38|two d c=0.08|two d d=-0.29|two d f=0.48|two d j=0.05
two d n=-0.22|two d p=1.39|two d r=-0.86|two d u=-0.14|two d v=0.42|two d z=0.31|two f i=0.08|two f m=0.61
two f n=-0.79|two f v=0.41|two g q=-0.62|two i =0.33|two i f=-0.34|two i n=0.13|two j m=0.26|two j v=0.55
two l =-1.03|two l p=-0.27|two l r=0.09|two l u=0.3|two l v=0.4|two m =1.17|two m a=0.28|two m d=0.35
two m f=-1.4|two m l=0.31|two m m=0.29|two m n=0.46|two m q=0.49|two m r=-0.19|two m t=-0.47|two m u=-0.16
two m v=-0.84|two m z=0.43|two n =1.06|two n a=0.19|two n b=-0.81|two n c=0.38|two n d=-0.54|two n i=-0.37
two n j=-0.28|two n k=-0.18|two n l=0.26|two n m=-0.17|two n n=-0.38|two n p=-0.91|two n q=-0.97|two n r=-0.05
two n s=0.06|two n t=0.35|two n u=0.18|two n v=-0.44|two n z=-1.44|two p =-0.45|two p a=-0.36|two p b=0.35
two p d=0.21|two p l=-0.27|two p m=-0.37|two p n=0.06|two p q=-0.47|two p s=-0.29|two p t=0.13|two p v=-0.18
two p z=0.33|two q d=-0.25|two r =-0.38|two r c=0.66|two r f=0.91|two r m=0.32|two r n=-0.74|two r p=-0.57
two r q=0.79|two r t=-0.11|two r u=0.22|two r v=-0.83|two s d=0.88|two s p=-0.71|two s r=-0.34|two s t=-0.31
two s u=0.59|two s v=-0.39|two single=0.27|two t =-1.67|two t a=-0.36|two t c=0.19|two t d=0.7|two t f=-0.33
two t j=0.77|two t m=-0.67|two t n=-0.57|two t r=-0.78|two t s=-0.4|two t t=-0.25|two t u=0.67|two t v=0.98
two t z=0.38|two u n=0.19|two u r=0.14|two u v=0.39|two v =1.36|two v a=-0.41|two v b=0.18|two v c=-0.37
two v d=-1.32|two v f=-0.34|two v j=-0.22|two v l=0.32|two v m=0.28|two v n=0.21|two v p=0.2|two v q=-0.26
two v r=-0.55|two v s=0.27|two v t=0.1|two v u=-0.28|two v v=0.16|two v z=0.46|two z =0.23|two z j=-0.25
two z n=-0.37|two z v=-0.2|verb 0=0.28|verb 1=0.12|verb 2=-0.69|verb 3=-0.32|verb 4=-0.16|verbs 1=0.1
words before a mark 0=-0.89|words before a mark 1=-0.23|words before a mark 2=0.11|words before a mark 3=0.31
`);
